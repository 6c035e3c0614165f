// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>What the files <c>/etc/sysctl.d/*.conf</c> of a system's plan set: the last word of each, in their order.</summary>
public static class SysctlFiles
{
    private const string Folder = "/etc/sysctl.d/";

    /// <param name="folders">What <see cref="FilePlan.Source"/> is relative to.</param>
    public static ImmutableSortedDictionary<string, string> Read(IEnumerable<FilePlan> files, ImmutableArray<string> folders)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var settings = files
            .Where(file => file.Target is null && file.Path.StartsWith(Folder, StringComparison.Ordinal) && file.Path.EndsWith(".conf", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .SelectMany(file => ExtraFiles.TextOf(file, folders).Split('\n'));
        foreach (var line in settings.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] is not ('#' or ';')))
        {
            var (name, value) = Split(line);
            values[name] = value;
        }

        return values.ToImmutable();
    }

    // sysctl.d(5): a hyphen before the name only silences failure; the first separator decides whether slashes are dots.
    private static (string Name, string Value) Split(string line)
    {
        var parts = line.TrimStart('-').Split('=', 2, StringSplitOptions.TrimEntries);
        var name = parts[0].IndexOfAny(['.', '/']) is var first and >= 0 && parts[0][first] == '/' ? parts[0].Replace('/', '.') : parts[0];
        return (name, parts.Length > 1 ? parts[1] : "");
    }
}
