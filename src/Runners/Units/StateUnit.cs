// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Runners.Units;

/// <summary>Opens the device's encrypted storage before the VMs start that keep something there.</summary>
internal static class StateUnit
{
    public const string Name = "ghaf-state.service";

    /// <summary>A device whose VMs keep nothing has no such unit.</summary>
    public static IEnumerable<FilePlan> For(DevicePlan device) => !device.Vms.Any(vm => vm.KeepsState)
        ? []
        : [new FilePlan { Path = $"/etc/systemd/system/{Name}", Mode = "0644", Content = Text(device) }];

    // It mounts for the VMs, so it has no mounts of its own. Not stopped before them: what is mounted is busy until then.
    private static string Text(DevicePlan device) => $"""
        [Unit]
        Description=Encrypted storage of the device
        After=systemd-modules-load.service systemd-tmpfiles-setup.service dev-disk-by\x2dpartlabel-{HostPaths.StateLabel}.device dev-tpmrm0.device
        Wants=dev-disk-by\x2dpartlabel-{HostPaths.StateLabel}.device dev-tpmrm0.device

        [Service]
        # systemd-analyze security: 9.4. What it mounts must be there for the VMs, so it shares the host's mounts, which shuts out
        # every protection that is made of mounts; and it makes devices, for which it is root. It takes no input but the disk.
        Type=oneshot
        RemainAfterExit=yes
        {Names(device)}ExecStart={HostPaths.Vmd} open-state
        TimeoutStartSec=300

        """;

    // A reduced host has no rules of udev for mapped devices: cryptsetup would wait for it for ever, and makes their files itself instead.
    private static string Names(DevicePlan device) => device.Host.Reduced ? "Environment=DM_DISABLE_UDEV=1\n" : "";
}
