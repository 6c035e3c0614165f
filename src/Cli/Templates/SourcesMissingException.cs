// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>The tool does not have what it carries.</summary>
internal sealed class SourcesMissingException(string folder)
    : GhafException(
        $"The folder “sources” of ghaf is not at {folder}.",
        "Install the tool anew: `dotnet tool update --global Ghaf`. The program alone cannot be moved elsewhere.")
{
    public override ExitCode ExitCode => ExitCode.Environment;
}
