// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>A definition copies a file that does not exist.</summary>
public sealed class SourceFileMissingException(FilePlan file, ImmutableArray<string> folders) : GhafException(
    $"{file.Path} is to be a copy of {file.Source}, but it is in none of: {string.Join(", ", folders)}.",
    "Add the file to the folder files/ of the module that copies it, or correct the definition's FileSpec.Copy.")
{
    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
