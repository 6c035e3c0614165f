// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Runners.Qemu;

/// <summary>A VM's plan to QEMU's arguments: a pure function. Flags were tried with QEMU 10.0 of Debian 13.</summary>
public static class QemuCommand
{
    public const string Program = "/usr/bin/qemu-system-x86_64";

    public static ImmutableArray<string> Arguments(DevicePlan device, VmPlan vm) =>
    [
        "-name", $"{vm.Name},process={vm.User},debug-threads=on",
        "-no-user-config", "-nodefaults", "-nographic", "-no-reboot",

        // Only what a VM without firmware, display and keyboard needs; each device less is code less to attack.
        "-M", "q35,accel=kvm,kernel-irqchip=on,hpet=off,smm=off,vmport=off,sata=off,smbus=off,usb=off,graphics=off,"
            + "dump-guest-core=off",
        "-cpu", "host",
        "-smp", $"{vm.Cores}",
        "-m", $"{vm.Memory.MiB}",
        "-sandbox", "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny",
        "-kernel", HostPaths.GuestKernel,
        "-initrd", HostPaths.GuestInitrd,
        "-append", string.Join(' ', vm.KernelArguments),
        "-uuid", $"{MachineId(device, vm)}",
        "-chardev", $"socket,id=console,path={HostPaths.ConsoleSocket(vm)},server=on,wait=off,"
            + $"logfile={HostPaths.ConsoleLog(vm)},logappend=on",
        "-serial", "chardev:console",
        "-chardev", $"socket,id=qmp,path={HostPaths.QmpSocket(vm)},server=on,wait=off",
        "-mon", "chardev=qmp,mode=control",
        .. Disk("base", HostPaths.GuestBase),
        .. Disk("layer", HostPaths.Layer(vm)),
        "-device", $"vhost-vsock-pci,guest-cid={vm.Cid}",

        // systemd in the VM tells the host over vsock when it is ready: systemd(1), vmm.notify_socket.
        "-smbios", $"type=11,value=io.systemd.credential:vmm.notify_socket=vsock-stream:2:{HostPaths.NotifyPort}",
        .. device.Links.SelectMany(link => Link(link, vm)),
        .. vm.Devices.Where(d => d.Address is not null)
            .SelectMany(d => (string[])["-device", $"vfio-pci,host={d.Address},romfile="]),
        .. vm.HypervisorArguments.SelectMany(a => a.Value is null ? [a.Option] : (string[])[a.Option, a.Value]),
    ];

    private static string[] Disk(string name, string file) =>
    [
        "-blockdev", $"driver=raw,node-name={name},read-only=on,file.driver=file,file.filename={file}",
        "-device", $"virtio-blk-pci,drive={name},serial={name}",
    ];

    // The gateway listens; the client comes back by itself when the gateway was restarted. Without romfile= QEMU's boot
    // ROM costs seconds.
    private static string[] Link(LinkPlan link, VmPlan vm)
    {
        var end = link.Gateway == vm.Name ? ("server=on", link.GatewayMac)
            : link.Client == vm.Name ? ("server=off,reconnect-ms=500", link.ClientMac)
            : default((string Side, MacAddress Mac)?);
        return end is var (side, mac)
            ?
            [
                "-netdev", $"stream,id={link.Name},addr.type=unix,addr.path={HostPaths.LinkSocket(link)},{side}",
                "-device", $"virtio-net-pci,netdev={link.Name},mac={mac},romfile=",
            ]
            : [];
    }

    // systemd takes the hypervisor's identifier as its machine id: the same at every start, another in every VM.
    private static Guid MachineId(DevicePlan device, VmPlan vm) =>
        new(Sha256.Of($"ghaf machine {device.Device} {vm.Name}").Hex[..32]);
}
