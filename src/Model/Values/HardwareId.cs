// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Model;

/// <summary>Vendor and device of a PCI function or of a USB device: <c>8086:10d3</c>.</summary>
public readonly partial record struct HardwareId
{
    private readonly string? _text;

    private HardwareId(string text) => _text = text;

    /// <exception cref="FormatException">The text is not four, a colon, and four lower-case hexadecimal digits.</exception>
    public static HardwareId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Pattern().IsMatch(text)
            ? new HardwareId(text)
            : throw new FormatException($"“{text}” is not vendor:device such as 8086:10d3.");
    }

    public override string ToString() => _text ?? throw new InvalidOperationException("This id was never set.");

    [GeneratedRegex("^[0-9a-f]{4}:[0-9a-f]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
