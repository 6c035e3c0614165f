// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Runners.Units;

/// <summary>A VM as a systemd unit of the host: its own user, its limits, and nothing of the host that it does not need.</summary>
public static class VmUnit
{
    // What a hypervisor itself takes beside the guest's memory, with room for the emulator's nested tables.
    private static readonly ByteSize HypervisorMemory = 160.MiB;

    private const string PassthroughUnit = "ghaf-passthrough.service";

    public static FilePlan For(DevicePlan device, VmPlan vm) => new()
    {
        Path = $"/etc/systemd/system/{HostPaths.Unit(vm)}",
        Mode = "0644",
        Content = Text(device, vm),
    };

    private static string Text(DevicePlan device, VmPlan vm)
    {
        var (program, arguments) = VmCommand.Of(device, vm);
        var links = device.Links.Where(l => l.Gateway == vm.Name || l.Client == vm.Name).Select(HostPaths.LinkGroup);

        // VFIO pins all of a guest's memory.
        var locked = VmMemory.IsPinned(vm) ? vm.Memory + 256.MiB : 64.MiB;
        // A manager that restarts must not take the VMs with it, and a missing card only the VM that owns it.
        string[] shares = [.. ShareUnit.NamesOf(vm)];
        string[] wanted = [VmdUnit.Name, PassthroughUnit, .. vm.KeepsState ? (string[])[StateUnit.Name] : [], .. TpmUnit.NamesOf(vm)];
        string[] required = ["dev-kvm.device", .. VmMemory.IsPinned(vm) ? (string[])[PassthroughUnit] : [], .. shares];
        var before = vm.StartAfter.Select(name => HostPaths.Unit(device.Vms.Single(other => other.Name == name)));
        return $"""
            [Unit]
            Description=VM {vm.Name}
            Requires={string.Join(' ', required)}
            Wants={string.Join(' ', wanted)}
            After={string.Join(' ', ["dev-kvm.device", .. wanted, "systemd-modules-load.service", .. shares, .. before])}
            StartLimitIntervalSec=60
            StartLimitBurst=5

            [Service]
            {Identity(vm)}{Preparation(vm)}ExecStart={UnitText.CommandLine(program, arguments)}
            ExecStop=+{HostPaths.Vmd} stop-vm {vm.Name}
            TimeoutStopSec=45
            Restart=always
            RestartSec=1
            User={vm.User}
            Group={vm.User}
            SupplementaryGroups=kvm {string.Join(' ', links)}
            UMask=0007
            RuntimeDirectory=ghaf/vm/{vm.Name}
            RuntimeDirectoryMode=0750
            RuntimeDirectoryPreserve=yes
            LimitMEMLOCK={locked.Bytes}
            LimitNOFILE=4096
            LimitCORE=0
            MemoryMax={(vm.Memory + HypervisorMemory).Bytes}
            CPUAccounting=yes
            {Affinity(device.Hardware)}CPUQuota={vm.Cores * 100}%
            TasksMax=64
            DevicePolicy=closed
            DeviceAllow=/dev/kvm rw
            {DeviceRights(vm)}CapabilityBoundingSet=
            IPAddressDeny=any
            LockPersonality=yes
            NoNewPrivileges=yes
            PrivateNetwork=yes
            PrivateTmp=yes
            ProtectClock=yes
            ProtectControlGroups=yes
            ProtectHome=yes
            ProtectHostname=yes
            ProtectKernelLogs=yes
            ProtectKernelModules=yes
            ProtectKernelTunables=yes
            ProtectProc=invisible
            ProtectSystem=strict
            ReadWritePaths={string.Join(' ', WritableFolders(vm))}
            RestrictAddressFamilies={string.Join(' ', SocketFamilies(vm))}
            RestrictNamespaces=yes
            RestrictRealtime=yes
            RestrictSUIDSGID=yes
            SystemCallArchitectures=native
            SystemCallErrorNumber=EPERM
            SystemCallFilter=@system-service
            SystemCallFilter=~@privileged @resources

            [Install]
            WantedBy=multi-user.target

            """;
    }

    // Others than QEMU hand no files to a VM, whose agent then has no socket.
    private static string Identity(VmPlan vm) => vm.Hypervisor == Hypervisor.Qemu
        ? $"LoadCredential={HostPaths.IdentityCredential}:{HostPaths.Identity(vm.Name.Value)}\n"
        : "";

    // A VM whose storage is not open fails with the reason; a dependency would only leave it waiting. cloud-hypervisor does
    // not remove the sockets of its last run, and refuses to start over them.
    private static string Preparation(VmPlan vm) => string.Concat((string[])
    [
        .. vm.KeepsState ? (string[])[$"ExecStartPre=+{HostPaths.Vmd} require-state\n"] : [],
        .. vm.Hypervisor == Hypervisor.CloudHypervisor
            ? (string[])[$"ExecStartPre=/usr/bin/rm -f {HostPaths.VsockSocket(vm)} {HostPaths.ConsoleSocket(vm)}\n"]
            : [],
    ]);

    // The filter of system calls keeps a hypervisor from choosing others.
    private static string Affinity(HardwarePlan hardware) => hardware.HostCores == 0
        ? ""
        : $"CPUAffinity={hardware.HostCores}-{hardware.Cores - 1}\n";

    private static string DeviceRights(VmPlan vm) => string.Concat((string[])
    [
        // cloud-hypervisor's vsock is its own.
        .. vm.Hypervisor == Hypervisor.CloudHypervisor ? (string[])[] : ["DeviceAllow=/dev/vhost-vsock rw\n"],
        .. VmMemory.IsPinned(vm) ? (string[])["DeviceAllow=/dev/vfio/vfio rw\n", "DeviceAllow=char-vfio rw\n"] : [],
        .. HasUsb(vm) ? (string[])["DeviceAllow=char-usb_device rw\n"] : [],
    ]);

    // crosvm serves the shares itself; what is not writable to it is not to its VM.
    private static IEnumerable<string> WritableFolders(VmPlan vm) =>
    [
        "/run/ghaf/link",
        // Where the storage is not open the folder is not there, and the reason is to be heard.
        .. vm.Volumes.IsEmpty ? (string[])[] : ["-" + HostPaths.VolumeFolder(vm)],
        .. vm.Hypervisor == Hypervisor.Crosvm ? vm.Shares.Where(share => !share.ReadOnly).Select(share => share.HostPath) : [],
    ];

    // libusb, by which QEMU finds USB devices, listens to udev.
    private static IEnumerable<string> SocketFamilies(VmPlan vm) => ["AF_UNIX", .. HasUsb(vm) ? (string[])["AF_NETLINK"] : []];

    private static bool HasUsb(VmPlan vm) => vm.Devices.Any(device => device.Bus == DeviceBus.Usb);
}
