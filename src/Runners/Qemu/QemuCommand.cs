// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Runners.Qemu;

/// <summary>
/// A VM's plan to QEMU's arguments, on whichever of its machines: a pure function. Flags were tried with QEMU 10.0 of Debian 13.
/// </summary>
public static class QemuCommand
{
    public static string Program(DevicePlan device) => device?.Hardware.Architecture switch
    {
        "arm64" => "/usr/bin/qemu-system-aarch64",
        "riscv64" => "/usr/bin/qemu-system-riscv64",
        _ => "/usr/bin/qemu-system-x86_64",
    };

    public static ImmutableArray<string> Arguments(DevicePlan device, VmPlan vm) =>
    [
        "-name", $"{vm.Name},process={vm.User},debug-threads=on",
        "-no-user-config", "-nodefaults", "-nographic", "-no-reboot",
        "-M", QemuMachine.Of(device, vm),
        "-cpu", "host",
        "-smp", $"{vm.Cores}",
        .. QemuMachine.Memory(vm),
        "-sandbox", "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny",
        "-kernel", HostPaths.GuestKernel,
        "-initrd", HostPaths.GuestInitrd,
        "-append", VmIdentity.KernelCommandLine(device, vm),
        "-uuid", $"{VmIdentity.MachineId(device, vm)}",
        "-chardev", $"socket,id=console,path={HostPaths.ConsoleSocket(vm)},server=on,wait=off,"
            + $"logfile={HostPaths.ConsoleLog(vm)},logappend=on",
        "-serial", "chardev:console",
        "-chardev", $"socket,id=qmp,path={HostPaths.QmpSocket(vm)},server=on,wait=off",
        "-mon", "chardev=qmp,mode=control",
        .. QemuStorage.Image(vm, "base", HostPaths.GuestBase),
        .. QemuStorage.Image(vm, "layer", HostPaths.Layer(vm)),
        "-device", $"vhost-vsock-{QemuBus.Of(vm)},guest-cid={vm.Cid}",

        // systemd in the VM tells the host over vsock when it is ready: systemd(1), vmm.notify_socket.
        .. VmIdentity.HasSmbios(device, vm) ? (string[])["-smbios", $"type=11,value={VmIdentity.SmbiosString}"] : [],

        // By a file: whoever lists processes sees a command line.
        "-fw_cfg", $"name=opt/io.systemd.credentials/{HostPaths.IdentityCredential},file={HostPaths.IdentityOfUnit(vm)}",
        .. device.Links.SelectMany(link => Link(link, vm)),
        .. QemuPassthrough.Of(vm),
        .. vm.Volumes.SelectMany(volume => QemuStorage.Volume(vm, volume)),
        .. vm.Shares.SelectMany(share => QemuStorage.Share(vm, share)),
        .. vm.Tpm ? Tpm(device, vm) : [],
        .. VmMemory.HasBalloon(vm) ? Balloon(vm) : [],
        .. vm.HypervisorArguments.SelectMany(a => a.Value is null ? [a.Option] : (string[])[a.Option, a.Value]),
    ];

    // The gateway listens; the client comes back by itself when the gateway was restarted.
    private static string[] Link(LinkPlan link, VmPlan vm)
    {
        var end = link.Gateway == vm.Name ? ("server=on", link.GatewayMac)
            : link.Client == vm.Name ? ("server=off,reconnect-ms=500", link.ClientMac)
            : default((string Side, MacAddress Mac)?);
        return end is var (side, mac)
            ?
            [
                "-netdev", $"stream,id={link.Name},addr.type=unix,addr.path={HostPaths.LinkSocket(link)},{side}",
                "-device", $"virtio-net-{QemuBus.Of(vm)},netdev={link.Name},mac={mac}{QemuBus.WithoutRom(vm)}",
            ]
            : [];
    }

    private static string[] Tpm(DevicePlan device, VmPlan vm) =>
    [
        "-chardev", $"socket,id=tpm,path={HostPaths.TpmSocket(vm)}",
        "-tpmdev", "emulator,id=tpm,chardev=tpm",
        "-device", device.Hardware.Architecture == "amd64" ? "tpm-crb,tpmdev=tpm" : "tpm-tis-device,tpmdev=tpm",
    ];

    // A VM in need takes its memory back by itself. Not free-page-reporting: where the processor is emulated, guests and the
    // host itself were reset or hung at random while freed pages went back all the time.
    private static string[] Balloon(VmPlan vm) =>
        ["-device", $"virtio-balloon-{QemuBus.Of(vm)},id=balloon,deflate-on-oom=on"];
}
