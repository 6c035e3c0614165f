// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli;

/// <summary>Asks a running device over its control port. The port is free again after each request.</summary>
internal sealed class ControlledDevice(string socketPath, TimeProvider time) : IDevice
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(5);

    // The daemon keeps the limit itself; ours is for a daemon that does not answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public Task<CommandOutput> HostAsync(string script, TimeSpan limit, CancellationToken cancellation) =>
        ExecuteAsync(ControlVerb.ExecHost, null, script, limit, cancellation);

    public Task<CommandOutput> VmAsync(string vm, string script, TimeSpan limit, CancellationToken cancellation) =>
        ExecuteAsync(ControlVerb.Exec, vm, script, limit, cancellation);

    public async Task<ControlReply> AskAsync(ControlRequest request, TimeSpan limit, CancellationToken cancellation)
    {
        try
        {
            using var client = await ControlClient.ConnectAsync(socketPath, ConnectLimit, time, cancellation).ConfigureAwait(false);
            var asked = request with { TimeoutSeconds = (int)Math.Ceiling(limit.TotalSeconds) };
            var reply = await client.AskAsync(asked, limit + Patience, cancellation).ConfigureAwait(false);
            return reply.Error is { } error
                ? throw new RefusedException(error, "`ghaf vm list` shows the state of each VM, `ghaf vm logs NAME` its log.")
                : reply;
        }
        catch (ControlException e)
        {
            throw new RefusedException(e.Message, "Look whether the device is up: `ghaf vm list`.", e);
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
