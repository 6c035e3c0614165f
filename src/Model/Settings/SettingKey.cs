// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>Something that a definition can set. All keys stand in <see cref="SystemKeys"/> and <see cref="VmKeys"/>.</summary>
public abstract class SettingKey
{
    private protected SettingKey(string name, string summary)
    {
        Name = name;
        Summary = summary;
    }

    /// <summary>As in a plan's JSON and in <c>ghaf explain</c>: <c>kernelArguments</c>.</summary>
    public string Name { get; }

    /// <summary>What it means, its unit and source, in a sentence or two; stands in the option reference.</summary>
    public string Summary { get; }

    /// <summary>For the option reference: the type of the value, or of each element.</summary>
    public abstract Type ValueType { get; }

    /// <summary>For the option reference: what holds when nobody sets it.</summary>
    public abstract string DefaultText { get; }

    public abstract bool IsList { get; }

    /// <summary>For people.</summary>
    internal abstract string Show(object? value);
}
