// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>A setting that has one value: the strongest.</summary>
public sealed class ScalarKey<T> : SettingKey
{
    private readonly string? _fallbackText;

    internal ScalarKey(string name, string summary, T fallback, string? fallbackText = null)
        : base(name, summary)
    {
        Fallback = fallback;
        _fallbackText = fallbackText;
    }

    /// <summary>What holds when nobody sets it.</summary>
    public T Fallback { get; }

    public override Type ValueType => typeof(T);

    public override string DefaultText => _fallbackText ?? Show(Fallback);

    public override bool IsList => false;

    internal override string Show(object? value) => value switch
    {
        null => "none",
        bool b => b ? "yes" : "no",
        _ => value.ToString()!,
    };
}
