// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>A template would overwrite files.</summary>
internal sealed class FilesExistException(string folder, ImmutableArray<string> files)
    : GhafException(
        $"Nothing was written, for {folder} has already: {string.Join(", ", files)}.",
        "Choose another --output or --name, or move these files away.")
{
    public override ExitCode ExitCode => ExitCode.Usage;
}
