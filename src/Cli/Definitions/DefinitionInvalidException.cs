// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>A definition compiles, but does not describe a device that can be built.</summary>
internal sealed class DefinitionInvalidException(string file, ImmutableArray<Diagnostic> diagnostics)
    : GhafException(
        $"{file} has {(diagnostics.Length == 1 ? "a mistake" : $"{diagnostics.Length} mistakes")}:\n"
        + string.Join('\n', diagnostics),
        "Mend what the parentheses say, all at once or one after the other.")
{
    public ImmutableArray<Diagnostic> Diagnostics { get; } = diagnostics;

    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
