// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Cli.Locking;

/// <summary>Says what became of the lock.</summary>
internal static class ReportMadeLock
{
    public static string Of(MadeLock made, LockUses uses, string file, OutputFormat format, bool dryRun)
    {
        var names = new SetNames(uses.Uses);
        var difference = made.Before is null ? null : CompareLocks.Run(made.Before, made.After);
        var after = dryRun ? "what it would be" : "what it is now";
        var size = new ByteSize(made.After.Packages.Values.Sum(package => package.Size));
        if (format == OutputFormat.Json)
        {
            var changes = difference is null ? null : DiffReport.Of(difference, names, "before", after);
            var report = new LockReport(
                file, made.IsWritten, made.After.Packages.Count, made.After.Sets.Length, size.Bytes, changes);
            return JsonSerializer.Serialize(report, CliJson.Default.LockReport) + "\n";
        }

        var summary = $"{made.After.Packages.Count} packages in {made.After.Sets.Length} sets, {size}";
        if (!made.IsWritten && !dryRun)
        {
            return $"{file}: {summary}. Nothing is missing; `ghaf lock update` takes what Debian has now.\n";
        }

        var shown = difference is null ? "" : DiffText.Of(difference, names, PackageLock.FileName, after) + "\n";
        return shown + $"{file}: {summary}{(dryRun ? "; not written" : "")}\n";
    }
}
