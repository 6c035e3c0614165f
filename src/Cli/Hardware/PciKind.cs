// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Hardware;

/// <summary>What a PCI function is, from its class. Source: PCI Code and ID Assignment Specification.</summary>
/// <param name="Name">What its devices are called.</param>
/// <param name="Use">What a VM that owns it is for; null if nobody would hand it out for its own sake.</param>
internal sealed record PciKind(string Name, string? Use)
{
    private const int Usb4 = 0x40;

    private static readonly Dictionary<string, PciKind> Kinds = new()
    {
        ["0100"] = new("storage", "storage"),
        ["0104"] = new("raid", "storage"),
        ["0106"] = new("sata", "storage"),
        ["0107"] = new("sas", "storage"),
        ["0108"] = new("nvme", "storage"),
        ["0200"] = new("ethernet", "network"),
        ["0280"] = new("wifi", "network"),
        ["0300"] = new("graphics", "display"),
        ["0302"] = new("graphics", "display"),
        ["0380"] = new("graphics", "display"),
        ["0401"] = new("audio", "sound"),
        ["0403"] = new("audio", "sound"),
        ["0480"] = new("multimedia", "camera"),
        ["0500"] = new("memory", null),
        ["0601"] = new("isa-bridge", null),
        ["0700"] = new("serial", null),
        ["0780"] = new("communication", null),
        ["0805"] = new("card-reader", "storage"),
        ["0880"] = new("system-peripheral", null),
        ["0c03"] = new("usb-controller", "usb"),
        ["0c05"] = new("smbus", null),
        ["0c80"] = new("serial-bus", null),
        ["0d11"] = new("bluetooth", "network"),
        ["0d40"] = new("modem", "network"),
        ["0d80"] = new("modem", "network"),
        ["1080"] = new("encryption", null),
        ["1180"] = new("signal-processing", null),
        ["1200"] = new("accelerator", "computing"),
    };

    /// <param name="code">Class and subclass, such as <c>0200</c>.</param>
    /// <param name="module">Some functions have a class that says little, but their driver says more.</param>
    public static PciKind Of(string code, int programmingInterface, string? module) => (code, module) switch
    {
        ("0c03", _) when programmingInterface == Usb4 => new("thunderbolt", "usb"),
        (_, "rtsx_pci") => Kinds["0805"],
        ("0480", { } driver) when driver.StartsWith("snd", StringComparison.Ordinal) => Kinds["0403"],
        ("0480", { } driver) when driver.Contains("ipu", StringComparison.Ordinal) => new("camera", "camera"),
        _ => Kinds.GetValueOrDefault(code) ?? new("function", null),
    };
}
