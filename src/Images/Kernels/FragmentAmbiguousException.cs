// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>Two libraries of modules have a fragment of the same name.</summary>
public sealed class FragmentAmbiguousException(string file, IEnumerable<string> paths) : GhafException(
    $"There is more than one {file}: {string.Join(", ", paths)}.",
    "Move one into a folder with the name of its library, and name it so in KernelFragments.")
{
    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
