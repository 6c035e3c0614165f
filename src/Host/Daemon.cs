// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Agents;
using Ghaf.Host.Booting;
using Ghaf.Host.Calling;
using Ghaf.Host.Clocks;
using Ghaf.Host.Configuration;
using Ghaf.Host.Control;
using Ghaf.Host.Events;
using Ghaf.Host.Guests;
using Ghaf.Host.LogKeeping;
using Ghaf.Host.Native;
using Ghaf.Host.Posture;
using Ghaf.Host.Serving;
using Ghaf.Host.State;
using Ghaf.Host.Steering;
using Ghaf.Host.Stopping;
using Ghaf.Host.Units;
using Ghaf.Journal;
using Ghaf.Protocol;
using Ghaf.Rpc;
using Ghaf.Runners;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ghaf.Host;

/// <summary>vmd as it runs all the time: watches the VMs and serves the ports until it is told to end.</summary>
internal sealed class Daemon(HostPlan plan, TimeProvider time, Log log)
{
    /// <summary>Runs until cancelled. Everything that waits sits on a thread of its own or a timer; nothing spins.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var settings = plan.Settings;
        var systemd = new Systemd();
        var watch = new DeviceWatch(plan, systemd, new ReadyMarks(settings.RuntimeDirectory), time, log);
        using var identities = DeviceIdentities.Open(
            HostPaths.Authority, plan.Vms.Where(vm => vm.HasAgent).Select(vm => (vm.Name, HostPaths.Identity(vm.Name))), time, log);
        using var agents = Agents.Agents.OnPort(settings.AgentPort, identities, time);
        var events = EventLog.Start(time);
        watch.StateChanged += (vm, state, reason) => events.Add(
            DeviceEventKind.State, vm.Name, $"{vm.Name} is {state.ToString().ToLowerInvariant()}{(reason is null ? "" : $": {reason}")}");
        var revival = new ReviveFailedVms(plan, watch, systemd, time, log);
        var steering = new SteerVms(watch, systemd, events);
        var stop = new StopDevice(plan, systemd, events);
        using var calls = Sockets.ListenVsock(settings.SwitchboardPort);
        var switchboard = new Switchboard(
            plan,
            limit => Sockets.AcceptVsock(calls, limit),
            (vm, limit) => Sockets.ConnectVsock(vm.Cid, settings.AgentPort, limit),
            events,
            log);
        var anchors = AnchorBook.Open(HostPaths.Anchors);
        using var logs = CollectedLogs.OnPort(RpcPorts.LogStore, plan, anchors, identities);
        var byCid = plan.Vms.ToDictionary(vm => vm.Cid);
        var standing = new StandingReports();
        using var listener = Sockets.ListenVsock(settings.NotifyPort);
        var notifications = new NotifyListener(
            limit => Sockets.AcceptVsock(listener, limit),
            byCid.ContainsKey,
            (cid, message) => watch.Hear(byCid[cid], message),
            log);
        var status = new StatusSession(watch, standing, new UnseenRecoveryKey(new StatePaths("/")));

        List<Task> loops =
        [
            OnThread("notify", () => notifications.Run(cancel)),
            OnThread("status", () => Port(settings.StatusPort).Run(port => status.Serve(port, cancel), cancel)),
            OnThread("switchboard", () => switchboard.Run(cancel)),
            Task.Run(() => ServeAsync(identities, watch, steering, stop, events, anchors, cancel), cancel),
            StopByButtonAsync(stop, cancel),
            .. settings.Debug ? Doors(watch, systemd, agents, steering, events, logs, cancel) : [],
            watch.RunAsync(cancel),
            new ReportPosture(watch, systemd, standing, time, log).RunAsync(cancel),
            new RenewIdentities(plan, watch, agents, identities.Prepare, events, time, log).RunAsync(cancel),
            new KeepTime(plan, watch, agents, events, time, log).RunAsync(cancel),
            new RestartSilentVms(plan, watch, systemd, time, log).RunAsync(cancel),
            revival.RunAsync(cancel),
            new TimeBoot(watch, systemd, time, log).RunAsync(cancel),
            new MarkBootGood(watch, systemd, time, log).RunAsync(cancel),
        ];
        SelfNotification.Send($"READY=1\nSTATUS=Watching {plan.Vms.Count} VMs.", log);
        events.Add(DeviceEventKind.State, null, $"vmd watches {plan.Vms.Count} VMs.");
        log.Write($"vmd watches {string.Join(", ", plan.Vms.Select(vm => vm.Name))}{(settings.Debug ? " (debug)" : "")}.");

        // After the word that lets VMs start: at the device's own start there is nothing to find.
        await steering.FindPausedAsync(plan.Vms, cancel).ConfigureAwait(false);

        // None ends by itself: one that does has failed, and systemd then starts the whole daemon afresh.
        var first = await Task.WhenAny(loops).ConfigureAwait(false);
        SelfNotification.Send("STOPPING=1", log);
        await first.ConfigureAwait(false);
    }

    private async Task ServeAsync(
        DeviceIdentities identities, DeviceWatch watch, SteerVms steering, StopDevice stop, EventLog events, AnchorBook anchors,
        CancellationToken cancel)
    {
        await using var server = HostServer.Build(
            new CurrentIdentity(identities.Host),
            new VsockEndPoint(VsockEndPoint.AnyCid, plan.Settings.AgentPort),
            plan,
            events,
            new HostLog(log),
            services => services.AddSingleton(plan).AddSingleton(watch).AddSingleton(steering).AddSingleton(stop).AddSingleton(events)
                .AddSingleton(anchors).AddSingleton(log).AddSingleton<IJournalReader>(new JournalReader())
                .AddSingleton<VmsService>().AddSingleton<EventsService>().AddSingleton<PowerService>()
                .AddSingleton<AnchorsService>().AddSingleton<LogsService>());
        await server.StartAsync(cancel).ConfigureAwait(false);
        await server.WaitForShutdownAsync(cancel).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
    }

    private async Task StopByButtonAsync(StopDevice stop, CancellationToken cancel)
    {
        var button = new AcpiPowerButton(new HostTree("/"), log);
        await OnThread("power button", () => button.Run(Descriptor.OpenFile, cancel)).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        await stop.RunAsync("power button").ConfigureAwait(false);
        await Task.Delay(Timeout.Infinite, cancel).ConfigureAwait(false);
    }

    // A device that was delivered takes no orders: it does not even open the ports.
    private List<Task> Doors(
        DeviceWatch watch, Systemd systemd, IAgents agents, SteerVms steering, EventLog events, ICollectedLogs logs, CancellationToken cancel)
    {
        var settings = plan.Settings;
        var handler = new ControlHandler(plan, watch, systemd, VsockShell.OnPort(settings.DebugShellPort), agents, steering, events, logs);
        var control = new ControlSession(handler.HandleAsync, log);
        var console = new ConsoleSession(plan);
        return
        [
            OnThread("control", () => Port(settings.ControlPort).Run(port => control.Serve(port, cancel), cancel)),
            OnThread("console", () => Port(settings.ConsolePort).Run(port => console.Serve(port, cancel), cancel)),
        ];
    }

    private DevicePort Port(string path) => new(path, Descriptor.OpenFile, log);

    private static Task OnThread(string name, Action work)
    {
        var done = new TaskCompletionSource();
        var thread = new Thread(() =>
        {
            try
            {
                work();
                done.SetResult();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                done.SetException(e);
            }
        })
        {
            Name = name,
            IsBackground = true,
        };
        thread.Start();
        return done.Task;
    }
}
