// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Asks for a page that a rule names, from each VM behind the inspector, and waits for the alert.</summary>
internal sealed class WhatBreaksARuleIsTold : IStatement
{
    private const int TestRule = 9100001;

    public string Text => "What VMs send outside is inspected: what breaks a rule is told, with the VM's address";

    public TimeSpan Patience => TimeSpan.FromMinutes(2);

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        if (InspectedWay.Find(context) is not { } way)
        {
            return StatementResult.True("no VM of this device inspects others");
        }

        var evidence = new List<string>();
        foreach (var link in way.Links)
        {
            // A path of its own, so that no other request is taken for this one.
            var path = $"/ghaf-ids-test-{Guid.NewGuid():N}";
            await way.FetchesAsync(link.Client, cancellation, path).ConfigureAwait(false);
            var alert = await way.AlertAsync(path, cancellation).ConfigureAwait(false);
            if (alert is null || alert.Rule != TestRule || alert.Source != link.ClientAddress.ToString())
            {
                return StatementResult.False(alert is null
                    ? $"{way.Inspector} tells nothing of what {link.Client} asked for"
                    : $"{way.Inspector} tells {alert.Rule} of {alert.Source}, expected {TestRule} of {link.ClientAddress}");
            }

            evidence.Add($"{link.Client} ({alert.Source}): {alert.Rule} “{alert.Text}”");
        }

        return StatementResult.True($"in the journal of {way.Inspector}: {string.Join("; ", evidence)}");
    }
}
