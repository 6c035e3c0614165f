// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using static Ghaf.Model.HypervisorAbility;

namespace Ghaf.Model;

/// <summary>QEMU's three machines.</summary>
internal static class QemuRecords
{
    // A machine without these devices cannot start a VM with them, but each program tells what it takes.
    private const string Asked = "`qemu-system-x86_64 -device …,help` has every property";
    private const string AskedArm = "`qemu-system-aarch64 -device …,help` has every property";
    private const string Started = "qemu-system-x86_64 was started with it, up to the first instruction";
    private const string StartedArm = "qemu-system-aarch64 was started with it, up to the first instruction";
    private const string Booted = "booted by `ghaf run --check`";
    private const string MicrovmPage = "QEMU 10.0: docs/system/i386/microvm.rst";

    public static HypervisorRecord Q35 { get; } = new()
    {
        Hypervisor = Hypervisor.Qemu,
        Machine = MachineType.Q35,
        Title = "QEMU's q35",
        Release = "QEMU 10.0.13 of Debian 13, whose programs were run",
        Architectures = ["amd64"],
        SmbiosOn = ["amd64"],
        Facts =
        [
            new(PciPassthrough, true, "`-device vfio-pci`", Booted),
            new(UsbPassthrough, true, "`-device qemu-xhci`, `-device usb-host` by port or id", Asked),
            new(PlatformPassthrough, false, "the x86 program has no `vfio-platform`", "`qemu-system-x86_64 -device help`"),
            new(Shares, true, "virtiofsd, `-device vhost-user-fs-pci`, shared memory", Asked),
            new(Tpm, true, "`-tpmdev emulator`, `-device tpm-crb`", Asked),
            .. Common("virtio-blk-pci", "vhost-vsock-pci", "virtio-balloon-pci", Started, Booted),
            new(Readiness, true, "a credential in an SMBIOS string", $"{Booted}; systemd.system-credentials(7)"),
            new(Graphics, true, "`-device virtio-gpu-pci`", "`qemu-system-x86_64 -device help`"),
        ],
    };

    public static HypervisorRecord Microvm { get; } = new()
    {
        Hypervisor = Hypervisor.Qemu,
        Machine = MachineType.Microvm,
        Title = "QEMU's microvm",
        Release = "QEMU 10.0.13 of Debian 13, whose programs were run",
        Architectures = ["amd64"],
        SmbiosOn = [],
        Facts =
        [
            new(PciPassthrough, false, "it has no PCI bus unless `pcie=on`, which makes it a slower q35", MicrovmPage),
            new(UsbPassthrough, false, "it has no USB bus unless `usb=on`, whose controller sits on no PCI bus", MicrovmPage),
            new(PlatformPassthrough, false, "the x86 program has no `vfio-platform`", "`qemu-system-x86_64 -device help`"),
            new(Shares, true, "virtiofsd, `-device vhost-user-fs-device`, shared memory", Asked),
            new(Tpm, false, "its ACPI tables have no TPM", "QEMU 10.0: hw/i386/acpi-microvm.c"),
            .. Common("virtio-blk-device", "vhost-vsock-device", "virtio-balloon-device", Started, Asked),
            new(Readiness, true, "a credential on the kernel's command line: it has no SMBIOS", "QEMU 10.0: hw/i386/microvm.c; systemd(1)"),
            new(Graphics, false, "the least machine has none", MicrovmPage),
        ],
    };

    public static HypervisorRecord Virt { get; } = new()
    {
        Hypervisor = Hypervisor.Qemu,
        Machine = MachineType.Virt,
        Title = "QEMU's virt",
        Release = "QEMU 10.0.13 of Debian 13, whose programs were run",
        Architectures = ["arm64", "riscv64"],
        SmbiosOn = [],
        Facts =
        [
            new(PciPassthrough, true, "`-device vfio-pci`", AskedArm),
            new(UsbPassthrough, true, "`-device qemu-xhci`, `-device usb-host` by port or id", AskedArm),
            new(
                PlatformPassthrough,
                true,
                "`-device vfio-platform`, on arm64; the VM's device tree has to describe the device: `-dtb` among the extra arguments",
                "QEMU 10.0: hw/arm/virt.c, hw/core/sysbus-fdt.c; `qemu-system-aarch64 -device help`") { OnlyOn = "arm64" },
            new(Shares, true, "virtiofsd, `-device vhost-user-fs-pci`, shared memory", AskedArm),
            new(Tpm, true, "`-tpmdev emulator`, `-device tpm-tis-device`, on arm64", "QEMU 10.0: docs/specs/tpm.rst") { OnlyOn = "arm64" },
            .. Common("virtio-blk-pci", "vhost-vsock-pci", "virtio-balloon-pci", StartedArm, AskedArm),
            new(
                Readiness,
                true,
                "a credential on the kernel's command line: SMBIOS needs a UEFI firmware, and we boot the kernel itself",
                "QEMU 10.0: docs/system/arm/virt.rst; systemd(1)"),
            new(Graphics, true, "`-device virtio-gpu-pci`", "`qemu-system-aarch64 -device help`"),
        ],
    };

    // What does not differ between the machines but in the bus.
    private static ImmutableArray<AbilityFact> Common(string disk, string vsock, string balloon, string source, string vsockSource) =>
    [
        new(Volumes, true, $"`-device {disk}`", source),
        new(Vsock, true, $"`-device {vsock}`: the host kernel's own vsock", vsockSource),
        new(Balloon, true, $"`-device {balloon}`, moved by `vmd balloon` over QMP", source),
        new(SerialConsole, true, "`-chardev socket,server=on`", source),
        new(Links, true, "`-netdev stream,addr.type=unix`", source),
        new(ExtraArguments, true, "at the end of its command line", source),
    ];
}
