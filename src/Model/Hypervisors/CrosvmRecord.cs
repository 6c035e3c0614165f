// SPDX-License-Identifier: Apache-2.0
using static Ghaf.Model.HypervisorAbility;

namespace Ghaf.Model;

/// <summary>crosvm: Debian has no package of it, so a device brings its own.</summary>
internal static class CrosvmRecord
{
    private const string Options = "crosvm of August 2026: src/crosvm/cmdline.rs";

    public static HypervisorRecord Only { get; } = new()
    {
        Hypervisor = Hypervisor.Crosvm,
        Machine = null,
        Title = "crosvm",
        Release = "crosvm of August 2026 (f1e797a68), by its published source and documentation; never run by us",
        Architectures = ["amd64", "arm64"],
        SmbiosOn = ["amd64"],
        Facts =
        [
            new(PciPassthrough, true, "`--vfio /sys/bus/pci/devices/…`", Options),
            new(UsbPassthrough, false, "devices are attached by a command after the kernel has booted, not at its start", "crosvm: docs/book/src/devices/usb.md"),
            new(
                PlatformPassthrough,
                false,
                "`--vfio` needs a device tree overlay for each device (`--device-tree-overlay`), which we do not make",
                Options),
            new(Shares, true, "`--shared-dir type=fs`: virtiofs inside crosvm itself; what is read-only is so by the unit", Options),
            new(Volumes, true, "`--block`", Options),
            new(Tpm, false, "`--vtpm-proxy` talks to ChromeOS's own daemon", Options),
            new(Vsock, true, "`--vsock`: the host kernel's own vsock", "crosvm: docs/book/src/devices/vsock.md"),
            new(Readiness, true, "a credential in an SMBIOS string, or on the kernel's command line on arm64", "crosvm: x86_64/src/smbios.rs"),
            new(Balloon, true, "on by itself, with `--balloon-page-reporting`; moved by `crosvm balloon`, not by vmd", "crosvm: docs/book/src/devices/balloon.md"),
            new(SerialConsole, false, "its `unix-stream` connects to a socket and serves none; what is printed goes to a log", "crosvm: devices/src/serial_device.rs"),
            new(Links, false, "it has taps and vhost-user-net, where a third program moves the packets", "crosvm: docs/book/src/devices/net.md"),
            new(ExtraArguments, true, "before the kernel, at the end of its command line", Options),
            new(Graphics, true, "`--gpu`", Options),
        ],
    };
}
