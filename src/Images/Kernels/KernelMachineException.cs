// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>A kernel is to be compiled for an architecture that we have no compiler for.</summary>
public sealed class KernelMachineException(string architecture) : GhafException(
    $"This version compiles kernels for amd64 only, not for {architecture}.",
    "Set the definition's Kernel to Debian's package for the architecture, such as linux-image-arm64.")
{
    public override ExitCode ExitCode => ExitCode.Unsupported;
}
