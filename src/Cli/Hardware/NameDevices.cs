// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Cli.Hardware;

/// <summary>Gives each device of a machine its own name.</summary>
internal static class NameDevices
{
    /// <param name="kinds">What each device is, such as <c>usb-controller</c>.</param>
    /// <returns>The kind itself where there is one of it, otherwise numbered in the order given: <c>usb-controller-1</c>.</returns>
    public static ImmutableArray<string> Of(IReadOnlyList<string> kinds)
    {
        var names = kinds.ToArray();
        var taken = kinds.GroupBy(KebabCase.ToPascal).Where(g => g.Count() == 1).Select(g => g.Key).ToHashSet();
        foreach (var several in Enumerable.Range(0, names.Length).GroupBy(i => KebabCase.ToPascal(kinds[i])).Where(g => g.Count() > 1))
        {
            var number = 0;
            foreach (var i in several)
            {
                do
                {
                    names[i] = $"{kinds[i]}-{++number}";
                }
                while (!taken.Add(KebabCase.ToPascal(names[i])));
            }
        }

        return [.. names];
    }
}
