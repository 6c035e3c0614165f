// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules;

/// <summary>The documented ways to make a device with fewer parts than it has.</summary>
public static class Variant
{
    public static VariantSpec Headless { get; } = new("headless", "minimal host, no screen: VMs without windows only")
    {
        Without = LeftOutVms.Graphical,
    };

    public static VariantSpec HostOnly { get; } = new("host-only", "minimal host that could start VMs, and none")
    {
        Without = LeftOutVms.All,
    };

    // The machine's own network, since there is no VM to own it.
    public static VariantSpec NoVirtualization { get; } =
        new VariantSpec("no-virtualization", "one system on the machine itself, with its network, and no hypervisor")
        {
            Without = LeftOutVms.All,
            Virtualization = false,
        }
        .OnHost(host => host
            .Packages(["iproute2"])
            .Remove(SystemKeys.Packages, ["qemu-system-x86", "qemu-system-arm", "qemu-system-misc"])
            .Remove(SystemKeys.KernelModules, ["vfio_pci", "vhost_vsock"])
            .Files(
            [
                FileSpec.Text(
                    "/etc/systemd/network/50-wired.network",
                    """
                    [Match]
                    Type=ether

                    [Network]
                    DHCP=yes

                    """),
                FileSpec.Enable("systemd-networkd.service"),
                FileSpec.Text("/etc/modules-load.d/ghaf.conf", "# This system starts no VMs.\n"),
            ]));
}
