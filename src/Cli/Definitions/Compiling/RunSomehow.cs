// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>The quick way for a definition that it understands, the general one for all others.</summary>
internal sealed class RunSomehow(Func<DefinitionSource, bool> understands, IRunDefinition quick, IRunDefinition general) : IRunDefinition
{
    public static RunSomehow In(Checkout checkout) => new(
        definition => RunCompiled.Understands(checkout, definition), new RunCompiled(checkout), new RunWithSdk(checkout));

    public Task<CommandResult> RunAsync(DefinitionSource definition, CancellationToken cancellation) =>
        (understands(definition) ? quick : general).RunAsync(definition, cancellation);
}
