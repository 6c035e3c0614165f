// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>
/// Sends from every VM behind a gateway with another's address and from another card. That its own datagrams are let on shows that
/// the forged ones would be noticed; that they arrive shows that they were sent.
/// </summary>
internal sealed class ForgedSendersAreDropped : IStatement
{
    // Of documentation: no VM has it.
    private const string NobodysAddress = "192.0.2.77";
    private const string NobodysCard = "02:00:00:00:00:77";

    public string Text => "What a VM sends with another's address, or from another card, is dropped by its gateway";

    public TimeSpan Patience => TimeSpan.FromMinutes(2);

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var evidence = new List<string>();
        foreach (var link in context.Plan.Links)
        {
            var probe = await SenderProbe.StartAsync(context, link, cancellation).ConfigureAwait(false);
            await using (probe.ConfigureAwait(false))
            {
                var own = await probe.SendAsync(cancellation).ConfigureAwait(false);
                if (own != (SenderProbe.Sent, SenderProbe.Sent))
                {
                    return StatementResult.False(
                        $"of {SenderProbe.Sent} datagrams of {link.Client}'s own, {own.Arrived} came to {link.Gateway}, which let {own.LetOn} on");
                }

                var address = AddressOfAnother(context.Plan, link);
                var forged = await probe.SendFromAddressAsync(address, cancellation).ConfigureAwait(false);
                var card = await probe.SendFromCardAsync(NobodysCard, cancellation).ConfigureAwait(false);
                if (forged != (SenderProbe.Sent, 0) || card != (SenderProbe.Sent, 0))
                {
                    return StatementResult.False(
                        $"{link.Gateway} let on {forged.LetOn} of {forged.Arrived} that {link.Client} sent as {address}, "
                        + $"and {card.LetOn} of {card.Arrived} that it sent from {NobodysCard}");
                }

                evidence.Add($"{link.Client} as {address}, and from {NobodysCard}");
            }
        }

        return StatementResult.True($"{string.Join("; ", evidence)}: of {SenderProbe.Sent} datagrams each, none passed; of their own, all");
    }

    // A neighbour's, which the gateway knows, but on another cable.
    private static string AddressOfAnother(DevicePlan plan, LinkPlan link) =>
        plan.Links.FirstOrDefault(other => other.Gateway == link.Gateway && other != link)?.ClientAddress.ToString() ?? NobodysAddress;
}
