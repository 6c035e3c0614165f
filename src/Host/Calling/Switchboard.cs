// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.ComponentModel;
using Ghaf.Host.Configuration;
using Ghaf.Host.Events;
using Ghaf.Host.Native;
using Ghaf.Protocol;
using Ghaf.Rpc;

namespace Ghaf.Host.Calling;

/// <summary>
/// Connects a VM to another that it may call something of: vsock knows no way from one VM to another. What they say is between
/// them, under TLS from end to end; the called VM learns who calls, and checks each call. <see cref="SwitchboardLine"/> is the protocol.
/// </summary>
/// <param name="accept">The next connection, with the context id that the kernel states.</param>
/// <param name="connect">To the agent of a VM, within the time.</param>
internal sealed class Switchboard(
    HostPlan plan,
    Func<TimeSpan, (Descriptor Socket, uint Cid, uint Port)?> accept,
    Func<SupervisedVm, TimeSpan, Descriptor> connect,
    EventLog events,
    Log log)
{
    /// <summary>Half of those that an agent takes: a caller can not use up all of them.</summary>
    public const int ConnectionsPerCaller = 8;

    // Some more are heard, to be told that there are too many.
    private const int HeardPerCaller = ConnectionsPerCaller + 4;

    private static readonly TimeSpan AcceptPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LineLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(10);

    /// <summary>HTTP/2 asks for a sign of life each 30 seconds.</summary>
    private static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<uint, int> _open = new();

    /// <summary>Serves until cancelled.</summary>
    public void Run(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            if (accept(AcceptPause) is { } connection)
            {
                Admit(connection.Socket, connection.Cid, cancel);
            }
        }
    }

    private void Admit(Descriptor socket, uint cid, CancellationToken cancel)
    {
        if (plan.Vms.FirstOrDefault(vm => vm.Cid == cid) is not { } caller)
        {
            Note(null, $"A call from CID {cid} was refused: it is no VM of this device.");
            socket.Dispose();
            return;
        }

        var open = _open.AddOrUpdate(cid, 1, (_, count) => count + 1);
        if (open > HeardPerCaller)
        {
            _open.AddOrUpdate(cid, 0, (_, count) => count - 1);
            socket.Dispose();
            return;
        }

        _ = Task.Run(() => ServeAsync(socket.ToStream(), caller, open, cancel), CancellationToken.None);
    }

    private async Task ServeAsync(SocketStream connection, SupervisedVm caller, int open, CancellationToken cancel)
    {
        try
        {
            await using (connection)
            {
                await ConnectAsync(connection, caller, open, cancel).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The caller is gone, or said nothing in time.
        }
        finally
        {
            _open.AddOrUpdate(caller.Cid, 0, (_, count) => count - 1);
        }
    }

    private async Task ConnectAsync(SocketStream connection, SupervisedVm caller, int open, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(LineLimit);
        var name = (await SwitchboardLine.ReadAsync(connection, limit.Token).ConfigureAwait(false))?.NameAfter(SwitchboardLine.CallWord);
        if (Refusal(caller, name, open) is { } refusal)
        {
            Note(caller, $"{caller.Name} was not connected{(name is null ? "" : $" to “{name}”")}: {refusal}");
            await SayAsync(connection, SwitchboardLine.No(refusal), limit.Token).ConfigureAwait(false);
            return;
        }

        var called = plan.Find(name)!;
        if (await ReachAsync(called).ConfigureAwait(false) is not { } other)
        {
            await SayAsync(connection, SwitchboardLine.No($"{name} does not answer."), limit.Token).ConfigureAwait(false);
            return;
        }

        await using (other)
        {
            limit.CancelAfter(LineLimit);
            await SayAsync(other, SwitchboardLine.From(caller.Name), limit.Token).ConfigureAwait(false);
            await SayAsync(connection, SwitchboardLine.Ok, limit.Token).ConfigureAwait(false);
            await Splice.RunAsync(connection, other, IdleLimit, cancel).ConfigureAwait(false);
        }
    }

    // Whether there is such a VM is nobody's business who may not call it.
    private string? Refusal(SupervisedVm caller, string? name, int open) => name switch
    {
        null => SwitchboardLine.DeniedPrefix + "this is no call.",
        _ when caller.Calls.All(call => call.On != name) || plan.Find(name) is not { HasAgent: true } =>
            SwitchboardLine.DeniedPrefix + "no rule allows to call it.",
        _ when open > ConnectionsPerCaller => $"{caller.Name} has {ConnectionsPerCaller} connections already.",
        _ => null,
    };

    private async Task<SocketStream?> ReachAsync(SupervisedVm called)
    {
        try
        {
            // Waits in poll(2).
            return (await Task.Run(() => connect(called, ConnectLimit)).ConfigureAwait(false)).ToStream();
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private void Note(SupervisedVm? caller, string text)
    {
        log.Write(text);
        events.Add(DeviceEventKind.Denied, caller?.Name, text);
    }

    private static ValueTask SayAsync(SocketStream connection, SwitchboardLine line, CancellationToken cancel) =>
        connection.WriteAsync(line.ToBytes(), cancel);
}
