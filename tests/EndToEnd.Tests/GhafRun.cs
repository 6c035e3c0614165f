// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Text;

namespace Ghaf.EndToEnd.Tests;

/// <summary>One run of the command in a checkout, watched from outside.</summary>
public sealed class GhafRun : IDisposable
{
    private const int ToolFailed = 3;
    public const int MostBoots = 3;

    // Where QEMU emulates a processor that emulates another: it hangs, resets its machine, or damages its memory, which the
    // kernel then notices. A fault of ours comes back at the next boots and ends the test.
    private static readonly string[] EmulatorFaults =
    [
        "The emulator itself has stopped answering", "The emulated machine hangs", "went away (guest-reset)", "The host's kernel gave up",
    ];

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(25);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    private GhafRun(Process process) => _process = process;

    public string Output => Text(_output);

    public string Error => Text(_error);

    public bool HasEnded => _process.HasExited;

    /// <summary>Whether the machine was lost, as it is now and then where QEMU emulates a processor that emulates another.</summary>
    public bool WasLostToTheEmulator => HasEnded && EmulatorFaults.Any(Error.Contains);

    public int Pid => _process.Id;

    /// <param name="settings">Environment variables; a null value removes one.</param>
    /// <param name="before">A command that starts the command, for example <c>unshare -Ur</c>.</param>
    public static GhafRun Start(
        FreshCheckout checkout, string[] arguments, Dictionary<string, string?>? settings = null, string[]? before = null) =>
        Start([.. before ?? [], checkout.Ghaf, .. arguments], "/", settings);

    /// <summary>Any command, in a folder.</summary>
    public static GhafRun Start(string[] line, string folder, Dictionary<string, string?>? settings = null)
    {
        // Where the tests run in a shell's background, an interrupt is ignored by all that they start.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", .. line])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
        };
        start.Environment["CI"] = "true";
        foreach (var (name, value) in settings ?? [])
        {
            start.Environment[name] = value;
        }

        var run = new GhafRun(new Process { StartInfo = start });
        run._process.OutputDataReceived += (_, line) => Append(run._output, line.Data);
        run._process.ErrorDataReceived += (_, line) => Append(run._error, line.Data);
        run._process.Start();
        run._process.StandardInput.Close();
        run._process.BeginOutputReadLine();
        run._process.BeginErrorReadLine();
        return run;
    }

    /// <summary>Runs to the end.</summary>
    public static async Task<GhafRun> RunAsync(
        FreshCheckout checkout, string[] arguments, Dictionary<string, string?>? settings = null, string[]? before = null)
    {
        var run = Start(checkout, arguments, settings, before);
        await run.EndAsync();
        return run;
    }

    /// <summary>
    /// Runs to the end, and twice more at most if the emulator lost its machine, and says so.
    /// </summary>
    public static async Task<GhafRun> BootAsync(Func<GhafRun> start)
    {
        for (var tries = 1; ; tries++)
        {
            var run = start();
            if (await run.EndAsync() != ToolFailed || tries == MostBoots || !run.WasLostToTheEmulator)
            {
                return run;
            }

            run.SayThatItIsBootedAgain();
            run.Dispose();
        }
    }

    public void SayThatItIsBootedAgain() =>
        Console.WriteLine($"NOTE: a fault of the emulator, the device is booted once more.\n{Error}");

    /// <param name="longest">Default: 25 minutes.</param>
    public async Task<int> EndAsync(TimeSpan? longest = null)
    {
        using var limit = new CancellationTokenSource(longest ?? Limit);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{string.Join(' ', _process.StartInfo.ArgumentList)} did not end.\n{Error}");
        }

        return _process.ExitCode;
    }

    /// <summary>Waits until one of both outputs has the text, or the command has ended.</summary>
    public async Task UntilSaysAsync(string text)
    {
        var clock = Stopwatch.StartNew();
        while (!Output.Contains(text) && !Error.Contains(text))
        {
            Assert.False(_process.HasExited, $"It ended before it said “{text}”:\n{Error}\n{Output}");
            Assert.True(clock.Elapsed < Limit, $"It never said “{text}”:\n{Error}\n{Output}");
            await Task.Delay(50);
        }
    }

    public void ShouldEndWith(int status) =>
        Assert.True(_process.ExitCode == status, $"The status is {_process.ExitCode}, not {status}.\n{Error}\n{Output}");

    /// <param name="signal">A name for kill(1): <c>INT</c>, <c>KILL</c>.</param>
    public void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{Pid}"]);
        kill.WaitForExit();
    }

    public void Dispose() => _process.Dispose();

    private static void Append(StringBuilder to, string? line)
    {
        lock (to)
        {
            to.AppendLine(line);
        }
    }

    private static string Text(StringBuilder from)
    {
        lock (from)
        {
            return from.ToString();
        }
    }
}
