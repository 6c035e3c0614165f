// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Ghaf.Cli.Checking.Requirements;

/// <summary>The host has what starts VMs, and nothing to look around with.</summary>
internal sealed class Reduced : IRequirement
{
    /// <summary>The host's root without its VMs, in bytes.</summary>
    public const long MostBytes = 150_000_000;

    public string Text => "MH02 Reduced: at most 150 MB without the VMs, no shell, no program that changes its user";

    public StatementResult Check(HostEvidence evidence)
    {
        var root = evidence.Posture.Root;
        var verdict = new Verdict();
        verdict.Demand(evidence.Size.HostBytes is > 0 and <= MostBytes, $"the host has {Megabytes(evidence.Size.HostBytes)} MB");
        verdict.Demand(root.Files > 0, "the host saw no file of its own");
        verdict.Forbid("shells", ProgramNames.Among(root.Programs, ProgramNames.Shells));
        verdict.Forbid("setuid or setgid", root.SetIdFiles);
        return verdict.Result(
            $"{Megabytes(evidence.Size.HostBytes)} MB, {root.Files} files, {root.Programs.Count(IsProgram)} of them programs; no shell, no setuid, no setgid");
    }

    private static bool IsProgram(string path) => !path.Contains(".so", StringComparison.Ordinal);

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture);
}
