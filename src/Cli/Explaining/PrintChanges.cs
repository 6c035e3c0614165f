// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>The differences of two plans for people, a line each.</summary>
internal static class PrintChanges
{
    public static void To(TextWriter output, IReadOnlyCollection<PlanChange> changes)
    {
        foreach (var change in changes)
        {
            output.WriteLine(change.Kind switch
            {
                ChangeKind.Added => $"+ {change.Path}{Place(change.After)}",
                ChangeKind.Removed => $"- {change.Path}{Place(change.Before)}",
                _ => $"~ {change.Path}: {PrintExplanation.Shown(change.Before!)} → {PrintExplanation.Shown(change.After!)}{Place(change.After)}",
            });
        }

        output.WriteLine(changes.Count switch
        {
            0 => "No difference.",
            1 => "1 difference.",
            var count => $"{count} differences.",
        });
    }

    private static string Place(ExplainedValue? value) => value is { Chain: [var origin, ..] } ? $"  {origin.At}" : "";
}
