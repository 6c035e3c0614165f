// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Host.Posture;

/// <summary>
/// The mounts of the first process, which is not shut in as units are:
/// <code>/dev/root / erofs ro,relatime,user_xattr,acl,cache_strategy=readaround 0 0</code>
/// </summary>
internal static class MountFacts
{
    public static IReadOnlyList<HostMount> Read(HostTree host) =>
    [
        .. from line in host.Lines("proc/1/mounts")
           let words = line.Split(' ')
           where words.Length >= 4
           orderby words[1] == "/" ? 0 : 1
           select new HostMount(Unescape(words[1]), words[2], Unescape(words[0]), words[3].Split(',')),
    ];

    // Spaces, tabs, line feeds and backslashes are written as octal numbers.
    private static string Unescape(string word) => word.Replace("\\040", " ", StringComparison.Ordinal)
        .Replace("\\011", "\t", StringComparison.Ordinal).Replace("\\012", "\n", StringComparison.Ordinal)
        .Replace("\\134", "\\", StringComparison.Ordinal);
}
