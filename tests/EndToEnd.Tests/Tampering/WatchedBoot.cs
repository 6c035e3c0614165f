// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Ghaf.EndToEnd.Tests.Tampering;

/// <summary>A device that boots on a machine of its own, watched at its serial console until something is seen there.</summary>
internal sealed class WatchedBoot : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly string _runtime = Directory.CreateTempSubdirectory("ghaf-r-").FullName;
    private readonly FreshCheckout _checkout;
    private readonly string _target;
    private readonly GhafRun _run;

    public WatchedBoot(FreshCheckout checkout, string target, TamperedMachine machine)
    {
        _checkout = checkout;
        _target = target;
        _run = GhafRun.Start(checkout, ["run", target, "--machine", machine.Folder, "--boot-limit", "600"], Settings);
    }

    /// <summary>The machine's serial console so far.</summary>
    public string Console
    {
        get
        {
            var log = Path.Combine(_runtime, "ghaf", _target, "host.log");
            if (!File.Exists(log))
            {
                return "";
            }

            // The emulator has it open for writing.
            using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return new StreamReader(stream).ReadToEnd();
        }
    }

    /// <summary>Whether a VM has become ready: what it is made of was read until then, not only the host.</summary>
    public bool IsUp => _run.Output.Contains("-vm: ready");

    /// <summary>Waits for a line on the console, or for the host to come up, whichever is first.</summary>
    /// <returns>The line; null if the host came up.</returns>
    public async Task<string?> UntilAsync(Regex trace)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            if (trace.Match(Console) is { Success: true } seen)
            {
                return seen.Value;
            }

            if (IsUp)
            {
                return null;
            }

            Assert.True(clock.Elapsed < Limit, $"Neither “{trace}” nor a host that is up:\n{Console}\n{_run.Error}");
            await Task.Delay(200);
        }
    }

    /// <summary>What a command on the host prints; only where there is access for debugging.</summary>
    public async Task<string> HostAsync(params string[] command)
    {
        using var run = await GhafRun.RunAsync(_checkout, ["vm", "exec", "host", "--", .. command], Settings);
        run.ShouldEndWith(0);
        return run.Output;
    }

    private Dictionary<string, string?> Settings => new() { ["XDG_RUNTIME_DIR"] = _runtime };

    public async ValueTask DisposeAsync()
    {
        if (!_run.HasEnded)
        {
            _run.Signal("TERM");
        }

        await _run.EndAsync();
        _run.Dispose();
        Directory.Delete(_runtime, recursive: true);
    }
}
