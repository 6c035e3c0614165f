// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Ghaf.EndToEnd.Tests;

/// <summary>The real image in the real emulator.</summary>
[Collection(Machine.Name)]
public class BootTests(BuiltCheckout built)
{
    [Fact]
    public async Task Every_statement_holds_of_the_running_device()
    {
        using var run = await GhafRun.BootAsync(
            () => GhafRun.Start(built.Checkout, ["run", "vm-debug", "--check", "--faults", "5", "--format", "json"]));
        var status = await run.EndAsync();
        Assert.True(run.Output.Contains('{'), $"It did not come to the statements.\n{run.Error}");
        var report = JsonDocument.Parse(run.Output).RootElement;
        var statements = report.GetProperty("statements").EnumerateArray().ToList();
        var failed = statements.Where(s => !s.GetProperty("holds").GetBoolean())
            .Select(s => $"✗ {s.GetProperty("statement")}\n    {s.GetProperty("evidence")}");
        Assert.True(
            status == 0 && !failed.Any(),
            $"{string.Join('\n', failed)}\nLogs: {report.GetProperty("logs")}\n{run.Error}");
        Assert.True(statements.Count >= 15, $"Only {statements.Count} statements were checked.");
        await Processes.ShouldNotMentionAsync(built.Disk);
    }

    [Fact]
    public async Task A_second_terminal_steers_it_and_an_interrupt_shuts_it_down()
    {
        for (var tries = 1; ; tries++)
        {
            using var device = GhafRun.Start(built.Checkout, ["run", "vm-debug"]);
            try
            {
                await SteerAsync(device);
                break;
            }
            catch (Exception) when (tries < GhafRun.MostBoots && device.WasLostToTheEmulator)
            {
                device.SayThatItIsBootedAgain();
            }
        }

        await Processes.ShouldNotMentionAsync(built.Disk);
    }

    private async Task SteerAsync(GhafRun device)
    {
        int status;
        try
        {
            await UntilReadyAsync(device);
            using var second = await GhafRun.RunAsync(built.Checkout, ["run", "vm-debug"]);
            second.ShouldEndWith(8);
            Assert.Contains($"already running, by process {device.Pid}", second.Error);

            using var restart = await GhafRun.RunAsync(built.Checkout, ["vm", "restart", "plain-vm"]);
            restart.ShouldEndWith(0);
            await UntilReadyAsync(device);
        }
        finally
        {
            device.Signal("INT");

            // Also after a failure: what it says at its end tells whether that was the emulator's.
            status = await device.EndAsync();
        }

        Assert.True(status == 0, device.Error + device.Output);
    }

    private async Task UntilReadyAsync(GhafRun device)
    {
        var limit = DateTime.UtcNow.AddMinutes(9);
        var seen = "";
        while (!seen.Contains("5 of 5"))
        {
            Assert.False(device.HasEnded, $"The device is gone.\n{device.Error}{device.Output}");
            Assert.True(DateTime.UtcNow < limit, $"The VMs are not ready: {seen}\n{device.Error}{device.Output}");
            await Task.Delay(2000);
            using var list = await GhafRun.RunAsync(built.Checkout, ["vm", "list", "--format", "json"]);
            if (await list.EndAsync() == 0)
            {
                var vms = JsonDocument.Parse(list.Output).RootElement.GetProperty("vms").EnumerateArray().ToList();
                seen = $"{vms.Count(vm => string.Equals(vm.GetProperty("state").GetString(), "ready", StringComparison.OrdinalIgnoreCase))} of {vms.Count}";
            }
        }
    }
}
