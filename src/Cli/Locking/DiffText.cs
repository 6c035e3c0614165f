// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Cli.Locking;

/// <summary>What is different in two locks, for people: by package, then by set.</summary>
internal static class DiffText
{
    /// <returns>Lines, each with its line feed.</returns>
    public static string Of(LockDifference difference, SetNames names, string old, string @new)
    {
        var text = new StringBuilder();
        text.Append($"{old} ({Day(difference.Old)}) → {@new} ({Day(difference.New)})\n");
        if (difference.Sets.All(set => set.IsSame))
        {
            var dated = difference.IsSame ? "" : " Builds are dated anew, as the archive's index is another.";
            return text.Append($"All packages are the same.{dated}\n").ToString();
        }

        string Where(IReadOnlyCollection<SetChange> sets) =>
            sets.Count == difference.Sets.Length ? "all sets" : string.Join(", ", names.Sort(sets).Select(set => names.Of(set.Request)));

        var changes = difference.ByPackage().Select(entry => new ChangeLine(entry.Change, Where(entry.Sets))).ToList();
        foreach (var kind in changes.GroupBy(line => line.Change.Kind).OrderBy(kind => kind.Key))
        {
            text.Append($"\n{ChangeLine.Title(kind.Key)}\n");
            ChangeLine.Append(text, [.. kind]);
        }

        text.Append("\nBy set\n");
        foreach (var set in names.Sort(difference.Sets).Where(set => !set.IsSame))
        {
            text.Append($"  {names.Of(set.Request)}: {Describe(set)}\n");
        }

        var same = names.Sort(difference.Sets).Where(set => set.IsSame).Select(set => names.Of(set.Request)).ToList();
        return text.Append(same.Count > 0 ? $"  unchanged: {string.Join(", ", same)}\n" : "").ToString();
    }

    /// <summary><c>2 upgraded, 1 added</c>; empty if nothing is.</summary>
    public static string Count(IEnumerable<PackageChange> changes) => string.Join(", ", changes
        .GroupBy(change => change.Kind)
        .OrderBy(kind => kind.Key)
        .Select(kind => $"{kind.Count()} {kind.Key.ToString().ToLowerInvariant()}"));

    private static string Describe(SetChange set)
    {
        if (set.Old is null)
        {
            return $"new, {set.Packages.Length} packages, {new ByteSize(set.NewBytes)}";
        }

        if (set.New is null)
        {
            return $"gone, {set.Packages.Length} packages, {new ByteSize(set.OldBytes)}";
        }

        string[] facts =
        [
            set.AskedToo.IsEmpty ? "" : $"asks for {string.Join(", ", set.AskedToo)} too",
            set.AskedNoMore.IsEmpty ? "" : $"no longer asks for {string.Join(", ", set.AskedNoMore)}",
            Count(set.Packages),
            set.OldBytes == set.NewBytes ? "" : $"{new ByteSize(set.OldBytes)} → {new ByteSize(set.NewBytes)}",
        ];
        return string.Join("; ", facts.Where(fact => fact.Length > 0));
    }

    private static string Day(PackageLock packageLock) =>
        $"{DateTimeOffset.FromUnixTimeSeconds(packageLock.Epoch):yyyy-MM-dd}";
}
