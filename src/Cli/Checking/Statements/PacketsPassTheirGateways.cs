// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>
/// Counts, in each gateway on a VM's way outside, the datagrams that this VM sends there: that all of them are counted on the plan's
/// cables shows that one on any other would be.
/// </summary>
internal sealed class PacketsPassTheirGateways : IStatement
{
    private const int Sent = 3;

    // An address of documentation: nobody has it.
    private static readonly string Send =
        $"for i in $(seq {Sent}); do echo probe | nc -u -w 1 192.0.2.1 {PacketCounter.Port}; done; exit 0";

    public string Text => "What a VM sends outside comes to each gateway on its way over that gateway's cable, with the VM's own address";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var evidence = new List<string>();
        foreach (var link in context.Plan.Links)
        {
            var (holds, found) = await CheckAsync(context, link, cancellation).ConfigureAwait(false);
            if (!holds)
            {
                return StatementResult.False(found);
            }

            evidence.Add(found);
        }

        return StatementResult.True(string.Join("; ", evidence));
    }

    private static async Task<(bool Holds, string Evidence)> CheckAsync(
        CheckContext context, LinkPlan own, CancellationToken cancellation)
    {
        var counters = new List<PacketCounter>();
        try
        {
            foreach (var link in context.Plan.WayOut(own.Client))
            {
                counters.Add(await PacketCounter.StartAsync(context, link, own.ClientAddress, cancellation).ConfigureAwait(false));
            }

            await context.VmAsync(own.Client, Send, cancellation).ConfigureAwait(false);
            foreach (var counter in counters)
            {
                var (expected, elsewhere) = await counter.ReadAsync(cancellation).ConfigureAwait(false);
                if (expected != Sent || elsewhere != 0)
                {
                    return (false, $"of {Sent} datagrams of {own.Client}, {expected} came to {counter.Link.Gateway} over "
                        + $"{counter.Link.Name}, its cable to {counter.Link.Client}, and {elsewhere} over others");
                }
            }
        }
        finally
        {
            foreach (var counter in counters)
            {
                await counter.DisposeAsync().ConfigureAwait(false);
            }
        }

        return (true, $"{own.Client} → {string.Join(" → ", counters.Select(counter => counter.Link.Gateway))}: {Sent} of {Sent}");
    }
}
