// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Modules.Host;

/// <summary>
/// All of Debian's units that a reduced host has, in the order in which they are documented: what is not here is not in the
/// image, and nothing can start it.
/// </summary>
public static class HostServices
{
    public static ImmutableArray<HostService> All { get; } =
    [
        new("systemd-journald.service", "collects what the host's programs say, in memory"),
        new("systemd-journald.socket", "lets units speak to the journal before it runs"),
        new("systemd-journald-dev-log.socket", "takes syslog(3) messages: hypervisors and libraries use it"),
        new("systemd-udevd.service", "names devices, gives /dev/kvm and /dev/vfio their groups, tells units that a device is there"),
        new("systemd-udevd-control.socket", "takes `udevadm` requests, with which the boot waits for devices"),
        new("systemd-udevd-kernel.socket", "takes the kernel's events of devices"),
        new("systemd-udev-trigger.service", "has the kernel repeat the events of the devices that were there before"),
        new("kmod-static-nodes.service", "makes the device files of modules that are not loaded yet; nothing without modules"),
        new("systemd-modules-load.service", "loads the modules that the definition names; nothing without modules"),
        new("systemd-sysctl.service", "sets the kernel's parameters from the verified root"),
        new("systemd-tmpfiles-setup-dev-early.service", "makes those device files before udev starts"),
        new("systemd-tmpfiles-setup-dev.service", "gives them their owners"),
        new("systemd-tmpfiles-setup.service", "makes the folders in /run and /var, which are empty at each start"),
        new("tmp.mount", "/tmp in memory: the root is read-only"),
        new("systemd-poweroff.service", "the last step of switching off"),
        new("systemd-reboot.service", "the last step of starting anew"),
        new("basic.target", "order of the start"),
        new("final.target", "order of the end"),
        new("local-fs-pre.target", "order of the start"),
        new("local-fs.target", "order of the start"),
        new("multi-user.target", "what the boot is to reach"),
        new("paths.target", "order of the start"),
        new("poweroff.target", "switching off"),
        new("reboot.target", "starting anew"),
        new("shutdown.target", "order of the end"),
        new("slices.target", "order of the start"),
        new("sockets.target", "order of the start"),
        new("swap.target", "order of the start; there is no swap"),
        new("sysinit.target", "order of the start"),
        new("timers.target", "order of the start; there is no timer"),
        new("umount.target", "order of the end"),
    ];
}
