// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>Explained values for people.</summary>
internal static class PrintExplanation
{
    private const int Longest = 60;

    /// <summary>One value in full, with everything it overrode; several in a line each.</summary>
    public static void To(TextWriter output, IReadOnlyList<ExplainedValue> values)
    {
        if (values is [var only])
        {
            output.WriteLine($"{only.Path} = {Shown(only)}");
            foreach (var origin in only.Chain)
            {
                output.WriteLine($"  {Line(origin)}{(origin == only.Chain[0] ? "" : "  overridden")}");
            }

            return;
        }

        foreach (var value in values)
        {
            var origin = value.Chain.IsEmpty ? "" : $"  {value.Chain[0].At} ({Rank(value.Chain[0])})";
            var more = value.Chain.Length > 1 ? $", overrides {value.Chain.Length - 1}" : "";
            output.WriteLine($"{value.Path} = {Shown(value)}{origin}{more}");
        }
    }

    /// <summary>The value as its author would say it, in one line.</summary>
    public static string Shown(ExplainedValue value) =>
        value.Value is null ? "(not there)" : OneLine(InWords(value) ?? value.Value);

    private static string? InWords(ExplainedValue value) =>
        value.Path.Contains('[', StringComparison.Ordinal) || value.Chain.IsEmpty ? null : value.Chain[0].Value;

    private static string Line(OriginPlan origin) => $"{origin.At}  {OneLine(origin.Value)}  ({Rank(origin)})";

    private static string Rank(OriginPlan origin) => origin.Derived
        ? "follows from this declaration"
        : origin.Layer.ToString().ToLowerInvariant() + (origin.Forced ? ", forced" : "");

    private static string OneLine(string text)
    {
        var first = text.Split('\n')[0];
        return first.Length == text.Length && first.Length <= Longest ? text : $"{first[..Math.Min(first.Length, Longest)]} …";
    }
}
