// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>The package that a definition names as its kernel does not lead to one.</summary>
public sealed class KernelMissingException(string package) : GhafException(
    $"The package {package} depends on no kernel (linux-image-VERSION).",
    "Name a package such as linux-image-amd64 as KernelPackage.")
{
    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
