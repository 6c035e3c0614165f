// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;
using Ghaf.Protocol;

namespace Ghaf.Cli;

/// <summary>Asks a running device over its control port, which is ours from the first request until this is disposed.</summary>
/// <remarks>
/// The emulator serves one client and lets the others wait without a word. So that nobody waits in vain, all ghafs of this
/// machine take turns by a lock beside the socket.
/// </remarks>
internal sealed class ControlledDevice(string socketPath, TimeProvider time) : IDevice, IDisposable
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(5);

    // The daemon keeps the limit itself; ours is for a daemon that does not answer, and an emulated one is late on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // The device's kernel learns of a new client and of its words by two ways: what comes too early may be taken for the
    // rest of an earlier client.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(500);

    private StoreLock? _turn;
    private ControlClient? _client;

    /// <summary>How long others are waited for. Default: 60 s.</summary>
    public TimeSpan TurnLimit { get; init; } = TimeSpan.FromSeconds(60);

    public Task<CommandOutput> HostAsync(string script, TimeSpan limit, CancellationToken cancellation) =>
        ExecuteAsync(ControlVerb.ExecHost, null, script, limit, cancellation);

    public Task<CommandOutput> VmAsync(string vm, string script, TimeSpan limit, CancellationToken cancellation) =>
        ExecuteAsync(ControlVerb.Exec, vm, script, limit, cancellation);

    public async Task<ControlReply> AskAsync(ControlRequest request, TimeSpan limit, CancellationToken cancellation)
    {
        TakesNoOrdersException.IfRelease(socketPath);
        _turn ??= await TakeTurnAsync(cancellation).ConfigureAwait(false);
        try
        {
            _client ??= await ConnectAsync(cancellation).ConfigureAwait(false);
            var asked = request with { TimeoutSeconds = (int)Math.Ceiling(limit.TotalSeconds) };
            var reply = await _client.AskAsync(asked, limit + Patience, cancellation).ConfigureAwait(false);
            return reply.Error is { } error
                ? throw new RefusedException(error, "`ghaf vm list` shows the state of each VM, `ghaf vm logs NAME` its log.")
                : reply;
        }
        catch (ControlException e)
        {
            // A late answer is for nobody.
            _client?.Dispose();
            _client = null;
            throw new RefusedException(e.Message, "Look whether the device is up: `ghaf vm list`.", e);
        }
    }

    public void Dispose()
    {
        _client?.Dispose();
        _turn?.Dispose();
    }

    private async Task<ControlClient> ConnectAsync(CancellationToken cancellation)
    {
        var client = await ControlClient.ConnectAsync(socketPath, ConnectLimit, time, cancellation).ConfigureAwait(false);
        await Task.Delay(Settling, time, cancellation).ConfigureAwait(false);
        return client;
    }

    private async Task<StoreLock> TakeTurnAsync(CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(TurnLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await StoreLock.TakeAsync(socketPath + ".turn", () => { }, time, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new RefusedException(
                $"Another ghaf has been asking the device for {TurnLimit.TotalSeconds:0} s.", "Wait for it, and try again.");
        }
    }

    private async Task<CommandOutput> ExecuteAsync(
        ControlVerb verb, string? vm, string script, TimeSpan limit, CancellationToken cancellation)
    {
        var request = ControlRequest.Create(verb, vm, "/bin/sh", "-c", script);
        var reply = await AskAsync(request, limit, cancellation).ConfigureAwait(false);
        return reply.Output ?? throw new RefusedException("The device answered without an output.", "Look at its log: `ghaf console`.");
    }
}
