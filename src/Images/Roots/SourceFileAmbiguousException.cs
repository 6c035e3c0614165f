// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Two libraries of modules have a file of the name that a definition copies.</summary>
public sealed class SourceFileAmbiguousException(FilePlan file, IEnumerable<string> paths) : GhafException(
    $"{file.Path} is to be a copy of {file.Source}, and there is more than one: {string.Join(", ", paths)}.",
    "Move one into a folder with the name of its library, and correct its FileSpec.Copy.")
{
    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
