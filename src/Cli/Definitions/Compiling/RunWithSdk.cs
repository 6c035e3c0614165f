// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary><c>dotnet run --file</c>: slow, and understands whatever the SDK does.</summary>
internal sealed class RunWithSdk(Checkout checkout) : IRunDefinition
{
    public Task<CommandResult> RunAsync(DefinitionSource definition, CancellationToken cancellation) =>
        new Command("dotnet", ["run", "--file", definition.File, "--verbosity", "quiet", "--", IRunDefinition.Question])
        {
            Environment = SdkEnvironment.Quiet().SetItem("PathMap", checkout.Root.TrimEnd('/') + "/=/ghaf/"),
            WorkingDirectory = checkout.Root,
            FailureThrows = false,
        }.RunAsync(cancellation);
}
