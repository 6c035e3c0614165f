// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Cli;

/// <summary>
/// What a definition calls one of its targets, such as <c>lenovo-x1-carbon-gen11-debug</c>. It is the name of files too.
/// </summary>
internal readonly partial record struct TargetName
{
    private TargetName(string text) => Text = text;

    public string Text { get; }

    /// <exception cref="TargetUnknownException">No target can be called so.</exception>
    public static TargetName Parse(string text) => IsValid(text)
        ? new TargetName(text)
        : throw new TargetUnknownException(
            $"“{text}” is not a target.",
            "A target is what `ghaf show` lists, such as vm-debug, or a plan's file that ends in .json.");

    /// <summary>Small letters, digits, and between them hyphens, underscores and dots.</summary>
    public static bool IsValid(string text) => Pattern().IsMatch(text);

    /// <summary>
    /// Definitions in the order in which to ask them: the longest that begins the name, as <c>devices/vm.cs</c> does for
    /// <c>vm-debug</c>, then shorter ones, then the rest, for nothing forces a file to be called like its device.
    /// </summary>
    public IEnumerable<string> OrderOf(IEnumerable<string> devices)
    {
        var name = this;
        return devices
            .OrderByDescending(device => name.Begins(device) ? device.Length : 0)
            .ThenBy(device => device, StringComparer.Ordinal);
    }

    /// <summary>Whether the definition's file leads one to expect this target in it.</summary>
    public bool Begins(string device) => Text.StartsWith(device + "-", StringComparison.Ordinal);

    public override string ToString() => Text;

    [GeneratedRegex(@"^[a-z0-9]+([-_.]+[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
