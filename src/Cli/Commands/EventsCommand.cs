// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Exec;
using Ghaf.Protocol;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf events</c>: what happened on a running device.</summary>
internal static class EventsCommand
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static Command Create(Session session)
    {
        var target = CommonSymbols.RunningTarget();
        var vm = new Option<string?>("--vm") { Description = "Only what is about this VM, or was caused by it", HelpName = "NAME" };
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on with what happens from now on, until Ctrl-C; with json a line for each" };
        var command = new Command("events", "Print what happened on a running device: states, orders, denied calls, clocks") { target, vm, follow };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            // Each question is a turn of its own: who follows keeps nobody else from asking.
            async Task<IReadOnlyList<DeviceEvent>> AskAsync(long after)
            {
                using var device = new ControlledDevice(VmCommand.Find(parsed, target).Control, session.Time);
                return await AfterAsync(device, parsed.GetValue(vm), after, cancellation).ConfigureAwait(false);
            }

            var isJson = parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json;
            if (!parsed.GetValue(follow))
            {
                var all = await AskAsync(0).ConfigureAwait(false);
                await session.Output.WriteAsync(isJson
                    ? JsonSerializer.Serialize([.. all], CliJson.Default.DeviceEventArray) + "\n"
                    : string.Concat(all.Select(e => EventText.Of(e) + "\n"))).ConfigureAwait(false);
                return ExitCode.Success;
            }

            await FollowAsync(
                AskAsync,
                e => session.Output.WriteLineAsync(isJson ? JsonSerializer.Serialize(e, ProtocolJson.Default.DeviceEvent) : EventText.Of(e)),
                session.Time,
                cancellation).ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }

    /// <summary>Those with a greater number.</summary>
    /// <param name="vm">Null for all VMs and the host.</param>
    public static async Task<IReadOnlyList<DeviceEvent>> AfterAsync(IDevice device, string? vm, long after, CancellationToken cancellation)
    {
        var request = ControlRequest.Create(ControlVerb.Events, vm) with { After = after };
        return (await device.AskAsync(request, Quick, cancellation).ConfigureAwait(false)).Events!;
    }

    /// <summary>Asks again and again, until cancelled, and prints each once.</summary>
    public static async Task FollowAsync(
        Func<long, Task<IReadOnlyList<DeviceEvent>>> ask, Func<DeviceEvent, Task> print, TimeProvider time, CancellationToken cancellation)
    {
        var after = 0L;
        while (true)
        {
            foreach (var happened in await ask(after).ConfigureAwait(false))
            {
                await print(happened).ConfigureAwait(false);
                after = happened.Number;
            }

            await Task.Delay(Pause, time, cancellation).ConfigureAwait(false);
        }
    }
}
