// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Modules.Host;

/// <summary>The least that starts VMs: kernel, systemd, QEMU. No network, no graphics, no message bus.</summary>
public static class HostBase
{
    /// <summary>QEMU's packages of all architectures that we know.</summary>
    public static ImmutableArray<string> Hypervisors { get; } = ["qemu-system-x86", "qemu-system-arm", "qemu-system-riscv"];

    /// <summary>What a reduced host has of them.</summary>
    public static ImmutableArray<string> HypervisorFiles { get; } =
        [.. ((string[])["amd64", "arm64", "riscv64"]).SelectMany(name => KeptFiles.OfHypervisor(name))];

    /// <param name="architecture">Debian's name of it: each has its own QEMU.</param>
    public static HostSpec For(string architecture) => new HostSpec()
        .Packages(["systemd", "systemd-sysv", "udev", "kmod", QemuFor(architecture)])
        .KeptFiles([.. KeptFiles.OfSystem, .. KeptFiles.OfHypervisor(architecture)])
        .KernelFragments(["base", "virtio", "host", "uefi", "tpm", "hardening"])

        // The last two are the power button.
        .KernelModules(["efivarfs", "vfat", "nls_cp437", "nls_ascii", "erofs", "overlay", "vfio_pci", "vhost_vsock", "autofs4", "button", "evdev"])

        // A kernel that gave up starts again: the boot loader counts it, and takes the other image in the end.
        .KernelArguments(["quiet", "systemd.show_status=no", "panic=10"])
        .Files(
        [
            FileSpec.Text("/etc/hostname", "ghaf-host\n"),
            FileSpec.Text("/etc/modules-load.d/ghaf.conf", "vfio_pci\nvhost_vsock\n"),
        ])
        .Files(Quiet.Units)
        .WhenState(EncryptedStorage.On);

    private static string QemuFor(string architecture) => architecture switch
    {
        "amd64" => "qemu-system-x86",
        "arm64" => "qemu-system-arm",
        "riscv64" => "qemu-system-riscv",
        _ => "qemu-system-misc",
    };
}
