// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>A definition does not compile, or fails while it runs.</summary>
internal sealed class DefinitionBrokenException(string file, string said)
    : GhafException($"{file} cannot be run:\n{said}", "Correct the C# code; `dotnet run` on the file shows the same.")
{
    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
