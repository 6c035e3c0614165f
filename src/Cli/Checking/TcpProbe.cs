// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>Tries to connect.</summary>
internal static class TcpProbe
{
    public static Task<bool> ReachesAsync(CheckContext context, VmName from, TcpListener listener, CancellationToken cancellation) =>
        ReachesAsync(context, from, listener.Address.ToString(), TcpListener.Port, cancellation);

    public static Task<bool> ReachesAsync(
        CheckContext context, VmName from, string address, int port, CancellationToken cancellation) =>
        context.VmSucceedsAsync(from, $"nc -z -w 5 {address} {port}", cancellation);
}
