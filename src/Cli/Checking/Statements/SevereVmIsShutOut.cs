// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Has one VM break a rule that shuts it out, and looks who still gets a page.</summary>
internal sealed class SevereVmIsShutOut : IStatement
{
    private const int TestRule = 9100002;
    private const string Agent = "ghaf-ids-shut-out";

    public string Text => "A VM that breaks a severe rule is shut out, and no other one";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        if (InspectedWay.Find(context) is not { } way)
        {
            return StatementResult.True("no VM of this device inspects others");
        }

        var culprit = way.Links[0];
        if (!await way.FetchesAsync(culprit.Client, cancellation).ConfigureAwait(false))
        {
            return StatementResult.False($"the probe is blind: {culprit.Client} gets no page before it breaks a rule");
        }

        var path = $"/{Guid.NewGuid():N}";
        try
        {
            await way.FetchesAsync(culprit.Client, cancellation, path, Agent).ConfigureAwait(false);
            if (await way.AlertAsync(path, cancellation).ConfigureAwait(false) is not { Rule: TestRule, Stopped: true } alert
                || alert.Source != culprit.ClientAddress.ToString())
            {
                return StatementResult.False($"{way.Inspector} does not tell that it stopped what {culprit.Client} sent");
            }

            if (await way.FetchesAsync(culprit.Client, cancellation).ConfigureAwait(false))
            {
                return StatementResult.False($"{culprit.Client} got a page although it is to be shut out");
            }

            foreach (var other in way.Links.Skip(1))
            {
                if (!await way.FetchesAsync(other.Client, cancellation).ConfigureAwait(false))
                {
                    return StatementResult.False($"{other.Client}, which did nothing, gets no page either");
                }
            }
        }
        finally
        {
            await way.RestartAsync().ConfigureAwait(false);
        }

        if (!await way.FetchesAsync(culprit.Client, cancellation).ConfigureAwait(false))
        {
            return StatementResult.False($"{culprit.Client} gets no page although the inspector forgot it");
        }

        var others = string.Join(" and ", way.Links.Skip(1).Select(link => link.Client));
        return StatementResult.True(
            $"{culprit.Client} broke {TestRule} and got no page any more{(others.Length > 0 ? $", {others} did" : "")}; "
            + "it did again when the inspector had been started anew");
    }
}
