// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Stops the inspector while VMs behind it fetch a page. That they do before and after shows that the probe can succeed.</summary>
internal sealed class NothingPassesWithoutItsInspector : IStatement
{
    public string Text => "Without its inspector nothing passes";

    // A VM that was started again a moment ago may not have its address yet.
    public TimeSpan Patience => TimeSpan.FromMinutes(2);

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        if (InspectedWay.Find(context) is not { } way)
        {
            return StatementResult.True("no VM of this device inspects others");
        }

        var clients = way.Links.Select(link => link.Client).ToArray();
        foreach (var client in clients)
        {
            if (!await way.FetchesAsync(client, cancellation).ConfigureAwait(false))
            {
                return StatementResult.False($"the probe is blind: {client} gets no page while the inspector runs");
            }
        }

        try
        {
            await way.StopAsync(cancellation).ConfigureAwait(false);
            foreach (var client in clients)
            {
                if (await way.FetchesAsync(client, cancellation).ConfigureAwait(false))
                {
                    return StatementResult.False($"{client} got the page while the inspector in {way.Inspector} was stopped");
                }
            }
        }
        finally
        {
            await way.RestartAsync().ConfigureAwait(false);
        }

        foreach (var client in clients)
        {
            if (!await way.FetchesAsync(client, cancellation).ConfigureAwait(false))
            {
                return StatementResult.False($"{client} gets no page although the inspector runs again");
            }
        }

        return StatementResult.True(
            $"{string.Join(" and ", clients)} got the page, not while {way.Inspector} had no inspector, and got it again");
    }
}
