// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;
using Ghaf.Modules.Host;

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

    /// <summary>Those of machines that can start VMs: default, headless, host only.</summary>
    public static ImmutableArray<VariantSpec> OfVirtualizing { get; } = [VariantSpec.Default, Headless, HostOnly];

    // The machine's own network, since there is no VM to own it.
    public static VariantSpec NoVirtualization { get; } =
        new VariantSpec("no-virtualization", "one system on the machine itself, with its network, and no hypervisor")
        {
            Without = LeftOutVms.All,
            Virtualization = false,
        }
        .OnHost(host => host
            .Packages(["iproute2"])
            .Remove(SystemKeys.Packages, HostBase.Hypervisors)
            .Remove(HostKeys.KeptFiles, HostBase.HypervisorFiles)
            .KeptFiles(KeptFiles.OfNetwork)
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

    /// <summary>
    /// The one way in which a device is made, for machines that allow no other: it takes the default variant's place, so that
    /// the targets' names do not tell it.
    /// </summary>
    public static ImmutableArray<VariantSpec> Only(VariantSpec variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        return [variant with { Name = VariantSpec.Default.Name }];
    }
}
