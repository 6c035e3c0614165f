// SPDX-License-Identifier: Apache-2.0
using System.CommandLine.Completions;
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>The targets that are known already: somebody who presses Tab does not wait for a compiler.</summary>
internal static class SuggestTargets
{
    public static IEnumerable<CompletionItem> Of(Session session)
    {
        try
        {
            return [.. DevicePlans.Known(session).Select(target => new CompletionItem(target))];
        }
        catch (Exception e) when (e is GhafException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
