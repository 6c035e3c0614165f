// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Diagnostics;
using Ghaf.Exec;
using Ghaf.Runners.Emulation;

namespace Ghaf.Benchmarks.Runs;

/// <summary>
/// Starts an emulated machine and waits for a word on its serial line. Always without KVM, so that figures of different
/// machines mean the same.
/// </summary>
internal sealed class EmulatorRun(string toolchain, string folder)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Of every machine: nothing but what follows, two processors of software.</summary>
    public static ImmutableArray<string> Usual { get; } =
        ["-no-user-config", "-nodefaults", "-display", "none", "-no-reboot", "-accel", "tcg,thread=multi", "-cpu", "max"];

    /// <summary>Seconds from the start of the emulator until the word; null if it never came.</summary>
    /// <param name="name">For the name of the log: what the system printed.</param>
    /// <param name="readOnly">The machine's files.</param>
    /// <param name="arguments">Beside <see cref="Usual"/> and the serial line.</param>
    public async Task<double?> RunAsync(
        string name, ImmutableArray<BindMount> readOnly, IEnumerable<string> arguments, string word, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var log = Path.Combine(folder, name + ".log");
        File.Delete(log);
        var sandbox = new Sandbox
        {
            ToolchainRoot = toolchain,
            ReadOnlyBind = readOnly,
            Bind = [new BindMount(folder, "/boot")],
            FilterFolder = folder,
            Environment = ImmutableSortedDictionary<string, string>.Empty.Add("TMPDIR", "/boot"),
        };
        string[] all = [.. Usual, .. arguments, "-serial", $"file:/boot/{name}.log"];
        var command = sandbox.Wrap(EmulatedMachineCommand.Program, all) with { FailureThrows = false };
        var clock = Stopwatch.StartNew();
        using var power = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = command.RunAsync(power.Token);
        double? came = null;
        while (came is null && !running.IsCompleted && clock.Elapsed < Limit)
        {
            await Task.Delay(Pause, cancellation);
            came = Printed(log, word) ? clock.Elapsed.TotalSeconds : null;
        }

        await power.CancelAsync();
        await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return came;
    }

    private static bool Printed(string log, string word)
    {
        if (!File.Exists(log))
        {
            return false;
        }

        // The emulator has it open for writing.
        using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Contains(word, StringComparison.Ordinal);
    }
}
