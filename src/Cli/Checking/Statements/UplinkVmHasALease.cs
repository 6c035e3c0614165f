// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Looks for an address that DHCP gave to the outer interface.</summary>
internal sealed class UplinkVmHasALease : IStatement
{
    public string Text => "The VM with the uplink has its outer address by DHCP";

    public TimeSpan Patience => TimeSpan.FromMinutes(2);

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        // 2: outside    inet 10.0.2.15/24 metric 1024 brd 10.0.2.255 scope global dynamic outside\ …
        var line = await context.VmAsync(context.UplinkVm.Name, "ip -4 -o addr show dev outside", cancellation).ConfigureAwait(false);
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(words, "inet");
        return at > 0 && at + 1 < words.Length && words.Contains("dynamic")
            ? StatementResult.True($"{words[at + 1]}, dynamic")
            : StatementResult.False(line.Length == 0 ? "outside has no address" : line);
    }
}
