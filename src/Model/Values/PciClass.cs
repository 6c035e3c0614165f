// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Model;

/// <summary>
/// Class and subclass of a PCI function, as four hexadecimal digits: <c>0200</c> is an Ethernet controller. Source: PCI Code
/// and ID Assignment Specification; <c>include/linux/pci_ids.h</c>.
/// </summary>
public readonly partial record struct PciClass
{
    public static readonly PciClass Nvme = new("0108");
    public static readonly PciClass Ethernet = new("0200");
    public static readonly PciClass Network = new("0280");
    public static readonly PciClass Vga = new("0300");
    public static readonly PciClass Audio = new("0403");
    public static readonly PciClass Multimedia = new("0401");
    public static readonly PciClass Usb = new("0c03");

    private readonly string? _text;

    private PciClass(string text) => _text = text;

    /// <exception cref="FormatException">The text is not four lower-case hexadecimal digits.</exception>
    public static PciClass Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Pattern().IsMatch(text)
            ? new PciClass(text)
            : throw new FormatException($"“{text}” is not a PCI class such as 0200.");
    }

    public override string ToString() => _text ?? throw new InvalidOperationException("This class was never set.");

    [GeneratedRegex("^[0-9a-f]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
