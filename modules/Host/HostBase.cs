// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules.Host;

/// <summary>The least that starts VMs: kernel, systemd, QEMU. No network, no graphics, no message bus.</summary>
public static class HostBase
{
    public static HostSpec Minimal { get; } = new()
    {
        Packages = ["systemd", "systemd-sysv", "udev", "kmod", "qemu-system-x86"],
        KernelModules = ["erofs", "overlay", "vfio_pci", "vhost_vsock", "autofs4"],
        KernelArguments = ["quiet", "systemd.show_status=no"],
        Files =
        [
            FileSpec.Text("/etc/hostname", "ghaf-host\n"),
            FileSpec.Text("/etc/modules-load.d/ghaf.conf", "vfio_pci\nvhost_vsock\n"),
            .. Quiet.Units,
        ],
    };
}
