// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Spectre.Console;

namespace Ghaf.Cli;

/// <summary>What every command has at hand: where it prints, what time it is, who may stop it.</summary>
internal sealed class Session
{
    /// <summary>Results.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Everything for people that is not the result.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard output as a terminal: colours and live tables if it is one.</summary>
    public required IAnsiConsole Screen { get; init; }

    /// <summary>Standard error as a terminal: progress.</summary>
    public required IAnsiConsole ErrorScreen { get; init; }

    public required LogFile Log { get; init; }

    public required Interruption Interruption { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Null: found from the working directory, see <see cref="Cli.Checkout.Find"/>.</summary>
    public Checkout? KnownCheckout { get; init; }

    public Checkout Checkout => KnownCheckout ?? Checkout.Find();

    /// <summary>Runs a command's work; every failure is printed in the same way and becomes an exit status.</summary>
    public async Task<int> RunAsync(Func<CancellationToken, Task<ExitCode>> work)
    {
        try
        {
            return (int)await work(Interruption.Orderly).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The printer is where failures end.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return (int)new ErrorPrinter(Error, Log).Print(failure);
        }
    }
}
