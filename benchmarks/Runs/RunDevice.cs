// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Text.Json;
using Ghaf.Benchmarks.Reporting;
using Ghaf.Exec;

namespace Ghaf.Benchmarks.Runs;

/// <summary>Boots a device by <c>ghaf run</c> and looks at it by <c>ghaf vm list</c>, as a user would.</summary>
internal sealed class RunDevice(GhafBuild ghaf, string runtimeFolder)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // What a start needs once, it has given back by then.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    public async Task<DeviceAtRest> RunAsync(string target, CancellationToken cancellation)
    {
        // A folder of our own: whoever works with this device on this machine is not disturbed.
        Directory.CreateDirectory(runtimeFolder);
        using var power = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        power.CancelAfter(Limit);
        var clock = Stopwatch.StartNew();
        var command = InOurFolder(ghaf.Of("run", target)) with { Grace = TimeSpan.FromMinutes(2) };
        var running = command.RunAsync(power.Token);
        try
        {
            while (!IsReady(await StatusAsync(target, cancellation)))
            {
                if (running.IsCompleted)
                {
                    await running;
                    throw new InvalidOperationException($"{target} ended before its VMs were ready.");
                }

                power.Token.ThrowIfCancellationRequested();
                await Task.Delay(Pause, cancellation);
            }

            var seconds = clock.Elapsed.TotalSeconds;
            await Task.Delay(Rest, cancellation);
            return new DeviceAtRest(seconds, Vms(await StatusAsync(target, cancellation)));
        }
        finally
        {
            await power.CancelAsync();
            await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Command InOurFolder(Command command) =>
        command with { Environment = command.Environment!.SetItem("XDG_RUNTIME_DIR", runtimeFolder) };

    private async Task<JsonElement?> StatusAsync(string target, CancellationToken cancellation)
    {
        var list = InOurFolder(ghaf.Of("vm", "list", "--target", target, "--format", "json")) with { FailureThrows = false };
        var result = await list.RunAsync(cancellation);
        if (result.Status != 0)
        {
            return null;
        }

        using var status = JsonDocument.Parse(result.Output);
        return status.RootElement.Clone();
    }

    private static bool IsReady(JsonElement? status) =>
        status?.GetProperty("vms").EnumerateArray().All(vm => vm.GetProperty("state").GetString() == "ready") ?? false;

    private static List<VmResult> Vms(JsonElement? status) =>
    [
        .. status!.Value.GetProperty("vms").EnumerateArray().Select(vm => new VmResult(
            vm.GetProperty("name").GetString()!,
            vm.GetProperty("memoryBytes").GetInt64(),
            Number(vm, "memoryUsedBytes") is { } used ? (long)used : null,
            Number(vm, "bootSeconds"))),
    ];

    private static double? Number(JsonElement vm, string name) =>
        vm.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
