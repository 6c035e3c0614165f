// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Exec;
using Ghaf.Protocol;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf status</c>: how a running device and its VMs are, in the words of each VM's agent.</summary>
internal static class StatusCommand
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patient = TimeSpan.FromSeconds(60);

    public static Command Create(Session session)
    {
        var target = CommonSymbols.RunningTarget();
        var command = new Command("status", "Show how a running device is, as its host and the agents in its VMs tell it") { target };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            using var device = new ControlledDevice(VmCommand.Find(parsed, target).Control, session.Time);
            var overview = await AskAsync(device, cancellation).ConfigureAwait(false);
            if (parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json)
            {
                await session.Output.WriteLineAsync(JsonSerializer.Serialize(overview, CliJson.Default.DeviceOverview)).ConfigureAwait(false);
            }
            else
            {
                session.Screen.Write(OverviewTable.Of(overview));
            }

            return ExitCode.Success;
        }));
        return command;
    }

    /// <summary>Asks all VMs that are ready; one that does not answer is told with the reason and hides no other.</summary>
    public static async Task<DeviceOverview> AskAsync(IDevice device, CancellationToken cancellation)
    {
        var status = (await device.AskAsync(ControlRequest.Create(ControlVerb.Status), Quick, cancellation).ConfigureAwait(false)).Status!;
        var guests = new List<GuestReport>();
        var silent = new List<SilentGuest>();
        foreach (var vm in status.Vms)
        {
            if (vm.State != VmState.Ready)
            {
                silent.Add(new SilentGuest(vm.Name, $"It is {StatusTable.Word(vm.State)}."));
                continue;
            }

            try
            {
                var reply = await device.AskAsync(ControlRequest.Create(ControlVerb.Guest, vm.Name), Patient, cancellation).ConfigureAwait(false);
                guests.Add(reply.Guest!);
            }
            catch (RefusedException e)
            {
                silent.Add(new SilentGuest(vm.Name, e.What));
            }
        }

        return new DeviceOverview(status, guests, silent);
    }
}
