// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ghaf.Images;

/// <summary>A piece of the kernel's configuration that serves one purpose.</summary>
/// <remarks>
/// <code>
/// # Why.
/// CONFIG_KVM=y
/// # CONFIG_INET is not set
/// </code>
/// </remarks>
/// <param name="File">Below <c>files/</c>: <c>kernel/host.config</c>.</param>
internal sealed partial record KernelFragment(string File, ImmutableArray<KernelOption> Options)
{
    /// <exception cref="FragmentLineException">A line is neither an option nor a comment.</exception>
    public static KernelFragment Parse(string file, string text)
    {
        var options = ImmutableArray.CreateBuilder<KernelOption>();
        var lines = text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index].TrimEnd();
            if (Assigned().Match(line) is { Success: true } set)
            {
                options.Add(new(set.Groups[1].Value, set.Groups[2].Value, file, index + 1));
            }
            else if (Unset().Match(line) is { Success: true } unset)
            {
                options.Add(new(unset.Groups[1].Value, KernelOption.NotSet, file, index + 1));
            }
            else if (line.Length > 0 && !line.StartsWith('#'))
            {
                throw new FragmentLineException(file, index + 1, line);
            }
        }

        return new(file, options.ToImmutable());
    }

    /// <summary>What holds of several: the last word on each option, in the order of the first.</summary>
    public static ImmutableArray<KernelOption> Combine(IEnumerable<KernelFragment> fragments) =>
        [.. fragments.SelectMany(fragment => fragment.Options).GroupBy(option => option.Name).Select(same => same.Last())];

    [GeneratedRegex("^(CONFIG_[A-Za-z0-9_]+)=(\\S.*)$")]
    private static partial Regex Assigned();

    [GeneratedRegex("^# (CONFIG_[A-Za-z0-9_]+) is not set$")]
    private static partial Regex Unset();
}
