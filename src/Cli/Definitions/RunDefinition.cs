// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.Cli;

/// <summary>Runs a definition as its own process. Its code never enters ghaf.</summary>
internal sealed class RunDefinition(Checkout checkout, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <param name="device">The definition <c>devices/DEVICE.cs</c>.</param>
    /// <param name="arguments">What it is asked: a profile, or nothing for the list of profiles.</param>
    /// <param name="waiting">Called if another build is waited for.</param>
    /// <returns>What it printed: its answer, or what the compiler said.</returns>
    public async Task<CommandResult> RunAsync(
        string device, ImmutableArray<string> arguments, Action waiting, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(checkout.BuildLock)!);
        using var held = await StoreLock.TakeAsync(checkout.BuildLock, waiting, time, cancellation).ConfigureAwait(false);
        var file = checkout.DefinitionOf(device);
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await new Command("dotnet", ["run", "--file", file, "--verbosity", "quiet", "--", .. arguments])
            {
                Environment = EnvironmentOf(),
                WorkingDirectory = checkout.Root,
                FailureThrows = false,
            }.RunAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new DefinitionBrokenException(file, $"It did not end within {Limit.TotalMinutes:0} minutes.");
        }
    }

    // Whatever is left running when the definition has ended is ended with it: a compiler server would be shared with
    // somebody else's build.
    private static ImmutableSortedDictionary<string, string> EnvironmentOf()
    {
        var all = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            all[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        all["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        all["DOTNET_NOLOGO"] = "1";
        all["DOTNET_CLI_UI_LANGUAGE"] = "en";
        all["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        all["MSBUILDDISABLENODEREUSE"] = "1";
        all["UseSharedCompilation"] = "false";
        all["MSBUILDTERMINALLOGGER"] = "off";
        return all.ToImmutable();
    }
}
