// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Probes a listener in each VM from each other VM behind the gateway.</summary>
internal sealed class VmsCannotReachEachOther : IStatement
{
    public string Text => "No VM behind the gateway reaches another one";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var evidence = new List<string>();
        foreach (var target in context.Plan.Links)
        {
            var listener = await TcpListener.StartAsync(context, target.Client, target.ClientAddress, cancellation).ConfigureAwait(false);
            await using (listener.ConfigureAwait(false))
            {
                // The gateway is the one that has a route: that it gets through shows that the probe notices a success.
                if (!await TcpProbe.ReachesAsync(context, target.Gateway, listener, cancellation).ConfigureAwait(false))
                {
                    return StatementResult.False($"the probe is blind: {target.Gateway} does not reach {listener} in {target.Client}");
                }

                foreach (var source in context.Plan.Links.Where(link => link.Client != target.Client))
                {
                    if (await TcpProbe.ReachesAsync(context, source.Client, listener, cancellation).ConfigureAwait(false))
                    {
                        return StatementResult.False($"{source.Client} reaches {listener} in {target.Client}");
                    }

                    evidence.Add($"{source.Client} ↛ {target.Client}");
                }
            }
        }

        return StatementResult.True(evidence.Count > 0
            ? string.Join(", ", evidence) + "; the gateway reaches the same listeners"
            : "there are no two VMs behind a gateway");
    }
}
