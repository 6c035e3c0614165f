// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Model;

/// <summary>Where a PCI function sits, written as the kernel does in sysfs: <c>0000:00:03.0</c>.</summary>
public readonly partial record struct PciAddress
{
    private readonly string? _text;

    private PciAddress(string text) => _text = text;

    /// <exception cref="FormatException">The text is not <c>domain:bus:device.function</c> in hexadecimal.</exception>
    public static PciAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Pattern().IsMatch(text)
            ? new PciAddress(text)
            : throw new FormatException($"“{text}” is not a PCI address such as 0000:00:03.0.");
    }

    public override string ToString() => _text ?? throw new InvalidOperationException("This address was never set.");

    [GeneratedRegex("^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
