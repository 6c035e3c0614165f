// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli.Hardware;

/// <summary>A machine's record as the C# that declares it, formatted as people would.</summary>
internal sealed class WriteHardwareCode
{
    private const string Property = "Hardware";

    private readonly HardwareSpec _hardware;
    private readonly string _class;
    private readonly Dictionary<string, string> _constants;

    private WriteHardwareCode(HardwareSpec hardware)
    {
        _hardware = hardware;
        _class = KebabCase.ToPascal(hardware.Name);
        _constants = hardware.Devices.ToDictionary(device => device.Name, device => Constant(device.Name));
    }

    public static string Of(HardwareSpec hardware) => string.Join('\n', new WriteHardwareCode(hardware).File()) + "\n";

    private IEnumerable<string> File() =>
    [
        "// SPDX-License-Identifier: Apache-2.0",
        "using Ghaf.Model;",
        "",
        "namespace Ghaf.Modules.Hardware;",
        "",
        $"/// <summary>{CSharpText.Comment(_hardware.Title ?? _hardware.Name)}.</summary>",
        $"public static class {_class}",
        "{",
        .. _hardware.Devices.Select(d => $"    public const string {_constants[d.Name]} = {CSharpText.Quote(d.Name)};"),
        .. _hardware.Devices.IsEmpty ? [] : new[] { "" },
        $"    public static HardwareSpec {Property} {{ get; }} = new({CSharpText.Quote(_hardware.Name)})",
        "    {",
        .. Properties().Select(line => "        " + line),
        "    };",
        "}",
    ];

    private IEnumerable<string> Properties() =>
    [
        .. Text("Title", _hardware.Title),
        .. Texts("Sources", _hardware.Sources),
        .. _hardware.Architecture == "amd64" ? [] : Text("Architecture", _hardware.Architecture),
        $"Memory = {Size(_hardware.Memory)},",
        $"Cores = {_hardware.Cores},",
        .. Text("Disk", _hardware.Disk),
        .. Block("Devices", _hardware.Devices.SelectMany(Device)),
        .. Block("Inputs", _hardware.Inputs.Select(Input)),
        .. Block("Uarts", _hardware.Uarts.Select(Uart)),
        .. Texts("BootModules", _hardware.BootModules),
        .. Texts("KernelModules", _hardware.KernelModules),
        .. Texts("KernelArguments", [.. _hardware.KernelArguments.Select(argument => argument.ToString())]),
    ];

    private IEnumerable<string> Device(HardwareDeviceSpec device)
    {
        var name = _constants[device.Name];
        return device switch
        {
            PciDeviceSpec pci =>
            [
                $"new PciDeviceSpec({name})",
                "{",
                $"    Address = PciAddress.Parse(\"{pci.Address}\"),",
                $"    Id = HardwareId.Parse(\"{pci.Id}\"),",
                $"    Class = {ClassOf(pci.Class!.Value)},",
                .. pci.IommuGroup is { } group ? [$"    IommuGroup = {group},"] : Array.Empty<string>(),
                .. Text("    Driver", pci.Driver),
                "},",
            ],
            UsbDeviceSpec usb => [$"new UsbDeviceSpec({name}, HardwareId.Parse(\"{usb.Id}\")) {{ Port = {CSharpText.Quote(usb.Port!)} }},"],
            PlatformDeviceSpec platform =>
            [
                $"new PlatformDeviceSpec({name}, {CSharpText.Quote(platform.Path)})",
                "{",
                .. Text("    Compatible", platform.Compatible),
                .. Text("    Driver", platform.Driver),
                "},",
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(device), device, null),
        };
    }

    private static string Input(InputDeviceSpec input) =>
        $"new InputDeviceSpec(InputKind.{input.Kind}, [{string.Join(", ", input.Names.Select(CSharpText.Quote))}]),";

    private static string Uart(UartSpec uart) =>
        $"new UartSpec({CSharpText.Quote(uart.Name)}, {CSharpText.Quote(uart.Address)}, {CSharpText.Quote(uart.Tty)}),";

    private static string ClassOf(PciClass code) =>
        code == PciClass.Nvme ? "PciClass.Nvme"
        : code == PciClass.Ethernet ? "PciClass.Ethernet"
        : code == PciClass.Network ? "PciClass.Network"
        : code == PciClass.Vga ? "PciClass.Vga"
        : code == PciClass.Audio ? "PciClass.Audio"
        : code == PciClass.Multimedia ? "PciClass.Multimedia"
        : code == PciClass.Usb ? "PciClass.Usb"
        : $"PciClass.Parse(\"{code}\")";

    private static string Size(ByteSize size) => size.MiB % 1024 == 0 ? $"{size.MiB / 1024}.GiB" : $"{size.MiB}.MiB";

    private static IEnumerable<string> Text(string property, string? value) =>
        value is null ? [] : [$"{property} = {CSharpText.Quote(value)},"];

    private static IEnumerable<string> Texts(string property, ImmutableArray<string> values) =>
        values.IsEmpty ? [] : [$"{property} = [{string.Join(", ", values.Select(CSharpText.Quote))}],"];

    private static IEnumerable<string> Block(string property, IEnumerable<string> lines) =>
        lines.Any() ? [$"{property} =", "[", .. lines.Select(line => "    " + line), "],"] : [];

    // A member may not be called as its class, nor as the other members.
    private string Constant(string device) => KebabCase.ToPascal(device) is var name && (name == _class || name == Property) ? name + "Device" : name;
}
