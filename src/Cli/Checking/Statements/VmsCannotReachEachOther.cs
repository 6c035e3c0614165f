// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>Probes a listener in each VM behind a gateway, from every VM but that gateway.</summary>
internal sealed class VmsCannotReachEachOther : IStatement
{
    public string Text => "No VM behind a gateway reaches another one, and none is reached but by its own gateway";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var evidence = new List<string>();
        foreach (var target in context.Plan.Links)
        {
            var listener = await TcpListener.StartAsync(context, target.Client, target.ClientAddress, cancellation).ConfigureAwait(false);
            await using (listener.ConfigureAwait(false))
            {
                // The gateway is the one that has a route: that it gets through shows that the probe notices a success.
                if (!await GatewayReachesAsync(context, target, listener, cancellation).ConfigureAwait(false))
                {
                    return StatementResult.False($"the probe is blind: {target.Gateway} does not reach {listener} in {target.Client}");
                }

                foreach (var source in context.Plan.Vms.Select(vm => vm.Name).Where(vm => vm != target.Client && vm != target.Gateway))
                {
                    if (await TcpProbe.ReachesAsync(context, source, listener, cancellation).ConfigureAwait(false))
                    {
                        return StatementResult.False($"{source} reaches {listener} in {target.Client}");
                    }

                    evidence.Add($"{source} ↛ {target.Client}");
                }
            }
        }

        return StatementResult.True(evidence.Count > 0
            ? string.Join(", ", evidence) + "; their gateways reach the same listeners"
            : "there are no two VMs behind a gateway");
    }

    // A VM that routes has a firewall of its own, which has to be opened for that.
    private static async Task<bool> GatewayReachesAsync(
        CheckContext context, LinkPlan target, TcpListener listener, CancellationToken cancellation)
    {
        var guarded = context.Plan.Vms.Any(vm => vm.Name == target.Client && vm.Routes);
        await using (guarded ? await FirewallOpening.MakeAsync(context, target.Client, "tcp", cancellation).ConfigureAwait(false) : null)
        {
            return await TcpProbe.ReachesAsync(context, target.Gateway, listener, cancellation).ConfigureAwait(false);
        }
    }
}
