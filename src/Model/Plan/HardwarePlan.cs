// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>The machine that the image is for.</summary>
/// <param name="Architecture">Debian's name of it.</param>
/// <param name="Memory">Installed memory.</param>
/// <param name="Cores">Processor cores.</param>
public sealed record HardwarePlan(string Name, string Architecture, ByteSize Memory, int Cores);
