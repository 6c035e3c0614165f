// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Protocol;

namespace Ghaf.Cli;

/// <summary>Collected logs for people.</summary>
internal static class LogText
{
    /// <summary>
    /// <code>2026-01-31 10:00:00.123Z  net-vm    dnsmasq[312]: started</code>
    /// What a VM wrote can't do anything to the terminal: what is not plain in it is “?”, further lines stand under the first.
    /// </summary>
    public static string Of(LogLine line)
    {
        var beginning = string.Create(
            CultureInfo.InvariantCulture,
            $"{line.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff}Z  {line.Source,-9} {Plain(line.Identifier)}{(line.Pid > 0 ? $"[{line.Pid}]" : "")}: ");
        return beginning + string.Join("\n" + new string(' ', 4), line.Message.TrimEnd('\n').Split('\n').Select(Plain));
    }

    /// <summary>With its line feed.</summary>
    public static string Of(LogVerdict verdict)
    {
        var what = verdict.Last == 0 ? "no line" : $"lines {verdict.First} to {verdict.Last}, {verdict.Anchors} of them vouched for by the host";
        return verdict.Faults.Count == 0
            ? $"✓ {verdict.Source}: {what}\n"
            : $"✗ {verdict.Source}: {what}\n{string.Concat(verdict.Faults.Select(fault => $"    {fault}\n"))}";
    }

    private static string Plain(string text) => string.Concat(text.Select(c => c == '\t' ? ' ' : IsPlain(c) ? c : '?'));

    private static bool IsPlain(char c) => char.IsSurrogate(c) || char.GetUnicodeCategory(c) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
