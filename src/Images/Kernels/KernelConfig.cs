// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>The whole configuration of a kernel, as its own tools completed it.</summary>
public sealed class KernelConfig
{
    private readonly Dictionary<string, string> _values;

    private KernelConfig(Dictionary<string, string> values) => _values = values;

    /// <summary>Every option that is set, by name; <c>n</c> is not among the values.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    public static KernelConfig Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fragment = KernelFragment.Parse(".config", text);
        return new(fragment.Options
            .Where(option => option.Value != KernelOption.NotSet)
            .ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal));
    }

    /// <summary><c>n</c> for an option that is not set or does not exist.</summary>
    public string ValueOf(string option) => _values.GetValueOrDefault(option, KernelOption.NotSet);

    /// <summary>The wanted options that are something else here.</summary>
    public ImmutableArray<KernelOption> Ignored(IEnumerable<KernelOption> wanted) =>
        [.. wanted.Where(option => ValueOf(option.Name) != option.Value)];
}
