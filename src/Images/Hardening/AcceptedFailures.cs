// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>The files <c>kernel/accepted-failures.txt</c> of all libraries of modules: a failure a line, with its reason.</summary>
/// <remarks>
/// <code>
/// # Why.
/// guest CONFIG_BPF_SYSCALL systemd decides by BPF which device a unit may open.
/// fragment:guest-graphics CONFIG_KCMP DRM selects it.
/// </code>
/// </remarks>
public static class AcceptedFailures
{
    /// <summary>How many a system may have.</summary>
    public const int Most = 5;

    internal const string All = "all";
    internal const string Fragment = "fragment:";

    private const string Name = "kernel/accepted-failures.txt";
    private static readonly string[] Systems = [All, KernelRecipe.HostSystem, KernelRecipe.GuestSystem];

    /// <exception cref="AcceptedFailureLineException">A line has no reason, or no system.</exception>
    public static ImmutableArray<AcceptedFailure> Load(ImmutableArray<string> folders) =>
        [.. folders.Select(folder => Path.Combine(folder, Name)).Where(File.Exists).SelectMany(file => Parse(file, File.ReadAllText(file)))];

    internal static IEnumerable<AcceptedFailure> Parse(string file, string text)
    {
        var lines = text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index].Trim();
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            var words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            yield return words.Length == 3 && (Systems.Contains(words[0]) || words[0].StartsWith(Fragment, StringComparison.Ordinal))
                ? new(words[0], words[1], words[2], $"{file}:{index + 1}")
                : throw new AcceptedFailureLineException(file, index + 1, line);
        }
    }
}
