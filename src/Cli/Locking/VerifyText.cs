// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Model;

namespace Ghaf.Cli.Locking;

/// <summary>What <c>ghaf lock verify</c> found, for people.</summary>
internal static class VerifyText
{
    /// <returns>Lines, each with its line feed.</returns>
    public static string Of(VerifyReport report)
    {
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            text.Append($"{(finding.Harmless ? "!" : "✗")} {finding.Where}: {Indent(finding.Problem)}\n    {Indent(finding.Mend)}\n");
        }

        var targets = report.Targets.IsEmpty ? "no target" : string.Join(", ", report.Targets);
        var wrong = report.Findings.Count(finding => !finding.Harmless);
        text.Append(report.Fits
            ? $"{report.File} fits {targets}: "
            : $"{report.File} does not fit {targets}, {wrong} {(wrong == 1 ? "problem" : "problems")}: ");
        text.Append($"{report.Packages} packages in {report.Sets} sets, {new ByteSize(report.Bytes)}\n");
        if (report.Served is { } served)
        {
            text.Append($"Packages: {served.Store} in the store, {served.Mirrors} at mirrors, ");
            text.Append($"{served.Snapshot} only at the snapshot archive, {served.Nowhere} nowhere\n");
        }

        return text.ToString();
    }

    private static string Indent(string text) => text.Replace("\n", "\n    ", StringComparison.Ordinal);
}
