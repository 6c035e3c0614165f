// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>What a kernel is compiled with.</summary>
/// <param name="File">The configuration's path in the store.</param>
/// <param name="Config">The whole of it.</param>
/// <param name="Wanted">What its fragments say.</param>
/// <param name="Known">Every option that this version of the kernel has, on any architecture.</param>
public sealed record ConfiguredKernel(
    string File, KernelConfig Config, ImmutableArray<KernelOption> Wanted, ImmutableHashSet<string> Known);
