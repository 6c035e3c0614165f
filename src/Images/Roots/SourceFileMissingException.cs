// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>A definition copies a file that does not exist.</summary>
public sealed class SourceFileMissingException(FilePlan file, string path) : GhafException(
    $"{file.Path} is to be a copy of {file.Source}, but there is no file {path}.",
    "Add the file, or correct the definition's FileSpec.Copy.")
{
    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
