// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Cli.Kernels;

/// <summary>How one system's kernel, command line and sysctls are hardened.</summary>
/// <param name="System"><c>host</c>, or a VM's name.</param>
/// <param name="Ok">How many things are as the checker wants them.</param>
/// <param name="Faults">What is not accepted.</param>
/// <param name="Accepted">With reasons.</param>
/// <param name="UnknownToKernel">Options that this version of the kernel does not have.</param>
internal sealed record SystemHardening(
    string System, int Ok, ImmutableArray<FailureReport> Faults, ImmutableArray<FailureReport> Accepted,
    ImmutableArray<string> UnknownToKernel);
