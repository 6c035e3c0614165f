// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>Calls package sets by what they are for: a lock only knows what they ask for.</summary>
internal sealed class SetNames(ImmutableArray<PackageUse> uses)
{
    private const int LongestRequest = 60;
    private const int MostTargets = 2;

    /// <summary><c>guest base, plain-vm</c>, or <c>curl-vm of vm-debug</c> if it has another set in another target.</summary>
    /// <remarks>Without a user: <c>the set of ?essential curl …</c>.</remarks>
    public string Of(ImmutableArray<string> request)
    {
        var parts = UsesOf(request).GroupBy(use => use.Part).Select(part => part.Count() == TargetsWith(part.Key)
            ? part.Key
            : $"{part.Key} of {InShort([.. part.Select(use => use.Target)])}");
        var name = string.Join(", ", parts);
        return name.Length > 0 ? name : $"the set of {Shorten(string.Join(' ', request))}";
    }

    /// <summary>Whom a finding is about, by part and target, since that is where it has to be mended.</summary>
    /// <remarks><c>curl-vm of vm-debug and vm-release</c>; without a user as above; the file if it is about no set.</remarks>
    public string Of(LockFinding finding)
    {
        var parts =
            from use in finding.Uses
            group use.Target by use.Part into part
            group part.Key by InShort([.. part]) into targets
            select $"{string.Join(", ", targets)} of {targets.Key}";
        var name = string.Join("; ", parts);
        return name.Length > 0 ? name
            : !finding.Request.IsEmpty ? Of(finding.Request)
            : PackageLock.FileName + (finding.Line > 0 ? $":{finding.Line}" : "");
    }

    /// <summary>Sets in the order of their first users in the plans, those without a user last.</summary>
    public IEnumerable<SetChange> Sort(IEnumerable<SetChange> sets) => sets.OrderBy(set =>
        uses.Index().FirstOrDefault(use => use.Item.Request.SequenceEqual(set.Request), (uses.Length, null!)).Index);

    public ImmutableArray<PackageUse> UsesOf(ImmutableArray<string> request) =>
        [.. uses.Where(use => use.Request.SequenceEqual(request))];

    // A device has a dozen targets, and most of them the same sets.
    private static string InShort(string[] targets) => targets.Length <= MostTargets
        ? string.Join(" and ", targets)
        : $"{targets[0]} and {targets.Length - 1} more";

    private int TargetsWith(string part) => uses.Count(use => use.Part == part);

    private static string Shorten(string text) => text.Length <= LongestRequest ? text : text[..LongestRequest].TrimEnd() + "…";
}
