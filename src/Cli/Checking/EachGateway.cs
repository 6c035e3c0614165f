// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>Finds out the same of each gateway.</summary>
internal static class EachGateway
{
    /// <param name="check">Is given the cables to the VMs directly behind a gateway; there is at least one.</param>
    public static async Task<StatementResult> CheckAsync(
        CheckContext context, Func<ImmutableArray<LinkPlan>, Task<StatementResult>> check)
    {
        var evidence = new List<string>();
        foreach (var links in context.Plan.Links.GroupBy(link => link.Gateway))
        {
            var result = await check([.. links]).ConfigureAwait(false);
            evidence.Add($"{links.Key}: {result.Evidence}");
            if (!result.Holds)
            {
                return StatementResult.False(evidence[^1]);
            }
        }

        return StatementResult.True(string.Join("; ", evidence));
    }
}
