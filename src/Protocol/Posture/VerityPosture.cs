// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>dm-verity as the kernel has it under the root.</summary>
/// <param name="RootHash">Stands for every byte of the root.</param>
/// <param name="Intact">Whether every block that was read so far was as it should be.</param>
/// <param name="Options">What the kernel does beyond refusing a wrong block: <c>panic_on_corruption</c>.</param>
public sealed record VerityPosture(string RootHash, bool Intact, IReadOnlyList<string> Options);
