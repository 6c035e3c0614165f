// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>A definition asks for kernel modules that its kernel does not have.</summary>
public sealed class ModuleMissingException(string system, string kernel, IEnumerable<string> modules) : GhafException(
    $"{system} asks for kernel modules that the kernel {kernel} does not have: {string.Join(", ", modules)}.",
    "Correct KernelModules in the definition; add the fragment that has them to a compiled kernel's KernelFragments; or choose another Kernel.")
{
    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
