// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using Ghaf.Exec;
using Ghaf.Protocol;

namespace Ghaf.Benchmarks.Runs;

/// <summary>Boots a device by <c>ghaf run</c> and reads what it says of itself, as a program would that uses Ghaf.</summary>
internal sealed class RunDevice(GhafBuild ghaf, string runtimeFolder)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    // What a start needs once, it has given back by then.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    // An emulator that emulates a processor which emulates another loses its machine now and then.
    private const int MostBoots = 3;

    public async Task<DeviceAtRest> RunAsync(string target, CancellationToken cancellation)
    {
        for (var boot = 1; ; boot++)
        {
            if (await BootAsync(target, cancellation) is { } rest)
            {
                return rest;
            }

            if (boot == MostBoots)
            {
                throw new InvalidOperationException($"{target} ended before its VMs were at rest, {MostBoots} times.");
            }

            Console.WriteLine($"NOTE: {target} ended before its VMs were at rest; it is booted once more.");
        }
    }

    private async Task<DeviceAtRest?> BootAsync(string target, CancellationToken cancellation)
    {
        // A folder of our own: whoever works with this device on this machine is not disturbed.
        Directory.CreateDirectory(runtimeFolder);
        using var power = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        power.CancelAfter(Limit);
        DeviceAtRest? rest = null;
        var run = ghaf.Of("run", target, "--format", "json");
        var command = run with
        {
            Environment = run.Environment!.SetItem("XDG_RUNTIME_DIR", runtimeFolder),
            Grace = TimeSpan.FromMinutes(2),
            FailureThrows = false,
            ReadOutput = async (output, token) =>
            {
                rest = await ReadAsync(output, token);
                if (rest is not null)
                {
                    await power.CancelAsync();
                }
            },
        };
        try
        {
            await command.RunAsync(power.Token);
        }
        catch (OperationCanceledException) when (rest is not null)
        {
            // This is how it is meant to end.
        }

        return rest;
    }

    private static async Task<DeviceAtRest?> ReadAsync(Stream output, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        using var lines = new StreamReader(output);
        DeviceStatus? status = null;
        TimeSpan? ready = null;
        while (ready is null || clock.Elapsed - ready < Rest || status!.Boot is null)
        {
            if (await lines.ReadLineAsync(cancellation) is not { } line)
            {
                return null;
            }

            if (ProtocolLine.TryRead(System.Text.Encoding.UTF8.GetBytes(line), ProtocolJson.Default.DeviceStatus, out status, out _)
                && status.IsReady())
            {
                ready ??= clock.Elapsed;
            }
        }

        return new DeviceAtRest(ready.Value.TotalSeconds, status.Boot, [.. status.Vms.Select(
            vm => new Reporting.VmResult(vm.Name, vm.MemoryBytes, vm.MemoryUsedBytes, vm.BootSeconds))]);
    }
}
