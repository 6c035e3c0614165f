// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Modules.Host;

/// <summary>
/// What a reduced host has of its packages: what starts VMs and nothing to look around with. No shell, no login, no package
/// manager. Debian's essential set was only there to configure them.
/// </summary>
public static class KeptFiles
{
    /// <summary>On every machine.</summary>
    public static ImmutableArray<string> OfSystem { get; } =
    [
        // Where file systems are mounted on the read-only root.
        "/dev", "/proc", "/sys", "/run", "/tmp", "/var", "/root",

        "/etc/group", "/etc/machine-id", "/etc/nsswitch.conf", "/etc/os-release", "/etc/passwd",

        // systemd, and what it starts that is no unit: the executor of all others, the end of the system.
        "/usr/sbin/init", "/usr/lib/systemd/systemd", "/usr/lib/systemd/systemd-executor", "/usr/lib/systemd/systemd-shutdown",
        "/usr/lib/systemd/systemd-journald", "/usr/lib/systemd/systemd-modules-load", "/usr/lib/systemd/systemd-sysctl",
        "/usr/lib/systemd/systemd-udevd", "/usr/bin/systemctl", "/usr/bin/systemd-tmpfiles", "/usr/bin/udevadm",

        // vmd quotes the last words of a VM that failed.
        "/usr/bin/journalctl",

        // vmd speaks to the VMs' agents with TLS; it looks for the library when it first does.
        "/usr/lib/*/libssl.so.3",

        // systemd mounts by it.
        "/usr/bin/mount", "/usr/bin/umount",

        "/usr/bin/kmod", "/usr/sbin/modprobe", "/usr/lib/modprobe.d/*", "/usr/lib/sysctl.d/*",
        "/usr/lib/tmpfiles.d/static-nodes-permissions.conf", "/usr/lib/tmpfiles.d/systemd.conf", "/usr/lib/tmpfiles.d/var.conf",

        // Device files and their groups, modules for devices, links by partition label, signs for units that wait.
        "/usr/lib/udev/ata_id", "/usr/lib/udev/scsi_id",
        "/usr/lib/udev/rules.d/50-udev-default.rules", "/usr/lib/udev/rules.d/60-block.rules",
        "/usr/lib/udev/rules.d/60-persistent-storage.rules", "/usr/lib/udev/rules.d/80-drivers.rules",
        "/usr/lib/udev/rules.d/99-systemd.rules",

        // Of links that start units, those stay whose unit does.
        "/usr/lib/systemd/system/*.wants/*",
        "/usr/lib/systemd/system/systemd-udevd.service.d/*",
        .. HostServices.All.Select(service => $"/usr/lib/systemd/system/{service.Unit}"),
    ];

    /// <summary>QEMU, with the firmware that starts a kernel directly, for each of its machines.</summary>
    /// <param name="architecture">Debian's name of it.</param>
    public static ImmutableArray<string> OfHypervisor(string architecture) => architecture switch
    {
        "amd64" =>
        [
            "/usr/bin/qemu-system-x86_64", "/usr/share/seabios/bios-256k.bin", "/usr/share/seabios/bios-microvm.bin",
            "/usr/share/qemu/kvmvapic.bin", "/usr/share/qemu/linuxboot_dma.bin", "/usr/share/qemu/pvh.bin", "/usr/share/qemu/qboot.rom",
        ],
        "arm64" => ["/usr/bin/qemu-system-aarch64"],
        "riscv64" => ["/usr/bin/qemu-system-riscv64", "/usr/share/qemu/opensbi-riscv64-generic-fw_dynamic.bin"],
        _ => [],
    };

    /// <summary>A machine that is no host of VMs has its own network.</summary>
    public static ImmutableArray<string> OfNetwork { get; } =
    [
        "/usr/bin/ip", "/usr/lib/systemd/systemd-networkd", "/usr/lib/systemd/network/*",
        "/usr/lib/systemd/system/network-pre.target", "/usr/lib/systemd/system/network.target",
        "/usr/lib/systemd/system/systemd-networkd.service", "/usr/lib/systemd/system/systemd-networkd.socket",
        "/usr/lib/udev/rules.d/80-net-setup-link.rules",
    ];
}
