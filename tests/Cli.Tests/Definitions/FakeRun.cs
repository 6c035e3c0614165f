// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Cli.Tests.Definitions;

/// <summary>Definitions whose output is known, or that do not compile.</summary>
internal sealed class FakeRun(Dictionary<string, string> outputs) : IRunDefinition
{
    /// <summary>The devices that were asked.</summary>
    public List<string> Asked { get; } = [];

    public static string Prints(params SealedTarget[] targets) => SealedTarget.ToJson([.. targets]);

    public Task<CommandResult> RunAsync(DefinitionSource definition, CancellationToken cancellation)
    {
        Asked.Add(definition.Device);
        return Task.FromResult(outputs.TryGetValue(definition.Device, out var output)
            ? new CommandResult(0, output, "", TimeSpan.Zero)
            : new CommandResult(1, $"{definition.Shown}(1,2): error CS1002: ; expected", "", TimeSpan.Zero));
    }
}
