// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Asks the kernel of the host for its interfaces and addresses.</summary>
internal sealed class HostHasNoNetwork : IStatement
{
    public string Text => "The host has no network interface but loopback, and no address";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        // 1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 …
        var links = await context.HostUnitAsync("ip -o link", cancellation).ConfigureAwait(false);
        var addresses = await context.HostUnitAsync("ip -o addr", cancellation).ConfigureAwait(false);
        var foreign = (links + "\n" + addresses).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [_, "lo" or "lo:", ..])
            .ToArray();
        return foreign.Length == 0 && links.Length > 0
            ? StatementResult.True("`ip link` and `ip addr` list lo only")
            : StatementResult.False(links.Length == 0 ? "`ip link` lists nothing, not even lo" : string.Join("; ", foreign));
    }
}
