// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli;

/// <summary>The serial console of a VM, through the host daemon.</summary>
internal sealed class VmLine : IConsoleLine
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly ConsoleClient _client;

    private VmLine(ConsoleClient client) => _client = client;

    /// <exception cref="RefusedException">There is no such VM, or somebody else uses the consoles.</exception>
    public static async Task<VmLine> OpenAsync(string socketPath, string vm, TimeProvider time, CancellationToken cancellation)
    {
        TakesNoOrdersException.IfRelease(socketPath);
        try
        {
            return new VmLine(await ConsoleClient.ConnectAsync(socketPath, vm, Limit, time, cancellation).ConfigureAwait(false));
        }
        catch (ControlException e)
        {
            throw new RefusedException(e.Message, "One console can be open at a time; `ghaf vm list` shows the VMs.", e);
        }
    }

    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation) => _client.ReadAsync(buffer, cancellation);

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => _client.WriteAsync(bytes, cancellation);

    public void Dispose() => _client.Dispose();
}
