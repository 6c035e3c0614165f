// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>
/// A setting to which every layer adds elements. Elements with the same identity are one: the strongest layer decides what
/// it is, or that it is not there.
/// </summary>
public sealed class ListKey<T> : SettingKey
    where T : notnull
{
    private readonly Func<T, string> _identity;

    internal ListKey(string name, string summary, Func<T, string>? identity = null)
        : base(name, summary) => _identity = identity ?? (value => value.ToString()!);

    public override Type ValueType => typeof(T);

    public override string DefaultText => "none";

    public override bool IsList => true;

    /// <summary>What makes two elements the same: a file's path, an argument's name, the value itself.</summary>
    internal string IdentityOf(T value) => _identity(value);

    internal override string Show(object? value) => value?.ToString() ?? "none";
}
