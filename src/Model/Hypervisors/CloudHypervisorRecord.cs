// SPDX-License-Identifier: Apache-2.0
using static Ghaf.Model.HypervisorAbility;

namespace Ghaf.Model;

/// <summary>cloud-hypervisor: Debian has no package of it, so a device brings its own.</summary>
internal static class CloudHypervisorRecord
{
    private const string Options = "cloud-hypervisor v53: vmm/src/config.rs";

    public static HypervisorRecord Only { get; } = new()
    {
        Hypervisor = Hypervisor.CloudHypervisor,
        Machine = null,
        Title = "cloud-hypervisor",
        Release = "cloud-hypervisor v53, by its published source and documentation; never run by us",
        Architectures = ["amd64", "arm64"],
        SmbiosOn = ["amd64"],
        Facts =
        [
            new(PciPassthrough, true, "`--device path=/sys/bus/pci/devices/…`", "cloud-hypervisor v53: docs/vfio.md"),
            new(UsbPassthrough, false, "it emulates no USB controller; pass the PCI function of a controller", "cloud-hypervisor v53: docs/device_model.md"),
            new(PlatformPassthrough, false, "it assigns PCI devices only", "cloud-hypervisor v53: docs/vfio.md"),
            new(Shares, true, "virtiofsd, `--fs`, `--memory shared=on`", "cloud-hypervisor v53: docs/fs.md"),
            new(Volumes, true, "`--disk`", Options),
            new(Tpm, true, "`--tpm socket=`, served by swtpm", Options),
            new(Vsock, true, "`--vsock`: Unix sockets on the host instead of the kernel's vsock", "cloud-hypervisor v53: docs/vsock.md"),
            new(
                Readiness,
                false,
                "its VM reports to a Unix socket of its own (`vsock.sock_9999`), where vmd does not listen: the VM is shown as starting",
                "cloud-hypervisor v53: docs/vsock.md"),
            new(Balloon, true, "`--balloon` with free page reporting; vmd does not move it: that goes by an HTTP API", "cloud-hypervisor v53: docs/balloon.md, docs/api.md"),
            new(SerialConsole, true, "`--serial socket=`; it keeps no log of what nobody reads", Options),
            new(Links, false, "it has taps and vhost-user-net, where a third program moves the packets", "cloud-hypervisor v53: docs/vhost-user-net-testing.md"),
            new(ExtraArguments, true, "at the end of its command line", "cloud-hypervisor v53: cloud-hypervisor/src/main.rs"),
            new(Graphics, false, "it emulates no display", "cloud-hypervisor v53: docs/device_model.md"),
        ],
    };
}
