// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Ghaf.Host.Agents;
using Ghaf.Host.Configuration;
using Ghaf.Host.Events;
using Ghaf.Host.LogKeeping;
using Ghaf.Host.Steering;
using Ghaf.Host.Units;
using Ghaf.Protocol;
using Ghaf.Runners.Units;

namespace Ghaf.Host.Control;

/// <summary>Does what a request asks, or says why not. Debug profiles only: a release does not even open the port.</summary>
internal sealed class ControlHandler(
    HostPlan plan, DeviceWatch watch, ISystemd systemd, IDebugShell shell, IAgents agents, SteerVms steering, EventLog events,
    ICollectedLogs logs)
{
    private const int DefaultLines = 50;
    private const int MostLines = 10_000;
    private const int LongestTimeout = 3600;
    private const string Operator = "operator";
    private static readonly TimeSpan KillPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Never fails but by cancellation: what goes wrong is the reply's error.</summary>
    public async Task<ControlReply> HandleAsync(ControlRequest request, CancellationToken cancel)
    {
        if (Objection(request) is { } objection)
        {
            return ControlReply.Refuse(request.Id, objection);
        }

        var vm = plan.Find(request.Name);
        return request.Verb switch
        {
            ControlVerb.Start => await SteerAsync(request, VmOrder.Start, vm!, cancel).ConfigureAwait(false),
            ControlVerb.Stop => await SteerAsync(request, VmOrder.Stop, vm!, cancel).ConfigureAwait(false),
            ControlVerb.Restart => await SteerAsync(request, VmOrder.Restart, vm!, cancel).ConfigureAwait(false),
            ControlVerb.Pause => await SteerAsync(request, VmOrder.Pause, vm!, cancel).ConfigureAwait(false),
            ControlVerb.Resume => await SteerAsync(request, VmOrder.Resume, vm!, cancel).ConfigureAwait(false),
            ControlVerb.Events => new ControlReply(
                request.Id, Events: [.. events.After(request.After ?? 0).Where(e => vm is null || e.Vm == vm.Name)]),
            ControlVerb.Kill => await KillAsync(request, vm!, cancel).ConfigureAwait(false),
            ControlVerb.Logs => await LogsAsync(request, vm, cancel).ConfigureAwait(false),
            ControlVerb.SearchLogs or ControlVerb.VerifyLogs => await CollectedLogsAsync(request, cancel).ConfigureAwait(false),
            ControlVerb.Guest or ControlVerb.RenewIdentity or ControlVerb.Applications or ControlVerb.StartApplication
                or ControlVerb.StopApplication => await AskAgentAsync(request, vm!, cancel).ConfigureAwait(false),
            ControlVerb.Exec => await ExecAsync(request, vm!, cancel).ConfigureAwait(false),
            ControlVerb.ExecHost => new ControlReply(
                request.Id,
                Output: await HostCommand.RunAsync(request.Arguments!, LimitOf(request, 60), cancel).ConfigureAwait(false)),
            _ => new ControlReply(request.Id, Status: watch.Snapshot()),
        };
    }

    private string? Objection(ControlRequest request)
    {
        var aboutDevice = request.Verb is ControlVerb.Status or ControlVerb.ExecHost or ControlVerb.SearchLogs or ControlVerb.VerifyLogs;
        var aboutHost = (request.Verb == ControlVerb.Logs && request.Name is null or ControlRequest.Host)
            || request is { Verb: ControlVerb.Events, Name: null };
        return request switch
        {
            { Verb: ControlVerb.Console } => "A console is asked for on the console port.",
            { Verb: ControlVerb.StartApplication or ControlVerb.StopApplication, Arguments: null or { Count: 0 } } =>
                "Which application? (Its id is the first argument.)",
            _ when !aboutDevice && !aboutHost && plan.Find(request.Name) is null =>
                $"There is no VM “{request.Name}”. (This device has {string.Join(", ", plan.Vms.Select(vm => vm.Name))}.)",
            { Verb: ControlVerb.Exec or ControlVerb.ExecHost, Arguments: null or { Count: 0 } } => "There is no command to run.",
            { Arguments: { } words } when words.Any(word => word.Contains('\0')) => "An argument holds a zero byte.",
            { TimeoutSeconds: < 1 or > LongestTimeout } => $"The time limit is 1 to {LongestTimeout} seconds.",
            { Verb: ControlVerb.SearchLogs, Query: null } => "Which logs? (The request has no query.)",
            { Query.Priority: < 0 or > 7 } => "A priority is 0 to 7.",
            { Query.Lines: < 1 or > MostLines } => $"A log has 1 to {MostLines} lines.",
            { Query.Sources: { } sources } when sources.FirstOrDefault(s => s != ControlRequest.Host && plan.Find(s) is null) is { } unknown =>
                $"There is no VM “{unknown}”. (This device has {string.Join(", ", plan.Vms.Select(vm => vm.Name))}, and host.)",
            { Lines: < 1 or > MostLines } => $"A log has 1 to {MostLines} lines.",
            _ => null,
        };
    }

    private async Task<ControlReply> SteerAsync(ControlRequest request, VmOrder order, SupervisedVm vm, CancellationToken cancel)
    {
        var limit = request.TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : SteerVms.Limit;
        var failure = await steering.DoAsync(order, vm, Operator, limit, cancel).ConfigureAwait(false);
        return new ControlReply(request.Id, failure, watch.Snapshot());
    }

    private async Task<ControlReply> LogsAsync(ControlRequest request, SupervisedVm? vm, CancellationToken cancel)
    {
        var lines = request.Lines ?? DefaultLines;
        var journal = await systemd.JournalAsync(vm?.Unit ?? VmdUnit.Name, lines, ownWordsOnly: false, cancel).ConfigureAwait(false);
        var text = new StringBuilder(journal.Text);
        if (vm?.ConsoleLog is { } path)
        {
            text.Append(CultureInfo.InvariantCulture, $"--- console of {vm.Name}\n{FileTail.Read(path, lines)}");
        }

        return new ControlReply(request.Id, Output: new CommandOutput(journal.ExitCode, text.ToString(), journal.Truncated));
    }

    private async Task<ControlReply> CollectedLogsAsync(ControlRequest request, CancellationToken cancel)
    {
        try
        {
            return request.Verb == ControlVerb.VerifyLogs
                ? new ControlReply(request.Id, Verdicts: await logs.VerifyAsync(cancel).ConfigureAwait(false))
                : new ControlReply(request.Id, Logs: await logs.SearchAsync(request.Query!, cancel).ConfigureAwait(false));
        }
        catch (LogsException e)
        {
            return ControlReply.Refuse(request.Id, e.Message);
        }
    }

    private async Task<ControlReply> AskAgentAsync(ControlRequest request, SupervisedVm vm, CancellationToken cancel)
    {
        try
        {
            switch (request.Verb)
            {
                case ControlVerb.RenewIdentity:
                    await agents.RenewAsync(vm, cancel).ConfigureAwait(false);
                    events.Add(DeviceEventKind.Identity, vm.Name, $"{Operator}: {vm.Name} has a new identity.");
                    break;
                case ControlVerb.StartApplication:
                    await agents.StartAsync(vm, request.Arguments![0], request.Arguments.Skip(1), cancel).ConfigureAwait(false);
                    break;
                case ControlVerb.StopApplication:
                    await agents.StopAsync(vm, request.Arguments![0], cancel).ConfigureAwait(false);
                    break;
            }

            return request.Verb is ControlVerb.Guest or ControlVerb.RenewIdentity
                ? new ControlReply(request.Id, Guest: await agents.ReportAsync(vm, cancel).ConfigureAwait(false))
                : new ControlReply(request.Id, Applications: await agents.ApplicationsAsync(vm, cancel).ConfigureAwait(false));
        }
        catch (AgentException e)
        {
            return ControlReply.Refuse(request.Id, e.Message);
        }
    }

    private async Task<ControlReply> ExecAsync(ControlRequest request, SupervisedVm vm, CancellationToken cancel)
    {
        try
        {
            var output = await shell.RunAsync(vm, request.Arguments!, LimitOf(request, 60), cancel).ConfigureAwait(false);
            return new ControlReply(request.Id, Output: output);
        }
        catch (DebugShellException e)
        {
            return ControlReply.Refuse(request.Id, e.Message);
        }
    }

    private async Task<ControlReply> KillAsync(ControlRequest request, SupervisedVm vm, CancellationToken cancel)
    {
        var before = systemd.CurrentInvocation(vm.Unit);
        var output = await systemd.KillAsync(vm.Unit, cancel).ConfigureAwait(false);
        await watch.RefreshAsync(cancel).ConfigureAwait(false);
        var reply = new ControlReply(
            request.Id, output.ExitCode == 0 ? null : $"kill {vm.Name} failed: {output.Text.Trim()}", watch.Snapshot());
        // systemd learns of the death a moment later; the reply should not show the VM as it was.
        for (var tries = 0; reply.Error is null && tries < 20; tries++)
        {
            if (reply.Status?.Vms.FirstOrDefault(other => other.Name == vm.Name)?.State is not (VmState.Ready or VmState.Starting)
                || systemd.CurrentInvocation(vm.Unit) != before)
            {
                break;
            }

            await Task.Delay(KillPause, cancel).ConfigureAwait(false);
            await watch.RefreshAsync(cancel).ConfigureAwait(false);
            reply = reply with { Status = watch.Snapshot() };
        }

        return reply;
    }

    private static TimeSpan LimitOf(ControlRequest request, int defaultSeconds)
        => TimeSpan.FromSeconds(request.TimeoutSeconds ?? defaultSeconds);
}
