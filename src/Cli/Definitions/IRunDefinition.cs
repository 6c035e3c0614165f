// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>A way to run a definition as a process of its own. Its code never enters ghaf.</summary>
internal interface IRunDefinition
{
    /// <summary>The argument that makes a definition print all its plans.</summary>
    const string Question = "seal";

    /// <returns>What it printed: its answer if the status is 0, otherwise what the compiler or the program said.</returns>
    Task<CommandResult> RunAsync(DefinitionSource definition, CancellationToken cancellation);
}
