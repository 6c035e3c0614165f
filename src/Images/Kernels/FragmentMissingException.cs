// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>A definition's kernel is made of a fragment that does not exist.</summary>
public sealed class FragmentMissingException(string system, string fragment, IEnumerable<string> names, ImmutableArray<string> folders)
    : GhafException(
        $"The kernel of the {system} is to have the fragment {fragment}, and none of {string.Join(", ", names)} is in {string.Join(", ", folders)}.",
        "Add the file to the folder files/ of the module that asks for it, or correct the definition's KernelFragments. "
            + "A VM asks for drivers/DRIVER by each device that it is given.")
{
    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
