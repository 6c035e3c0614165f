// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Runners.Qemu;

namespace Ghaf.Runners.Units;

/// <summary>A VM as a systemd unit of the host: its own user, its limits, and nothing of the host that it does not need.</summary>
public static class VmUnit
{
    // What QEMU itself takes beside the guest's memory, with room for the emulator's nested tables.
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
        var command = UnitText.CommandLine(QemuCommand.Program, QemuCommand.Arguments(device, vm));
        var links = device.Links.Where(l => l.Gateway == vm.Name || l.Client == vm.Name).Select(HostPaths.LinkGroup);
        var devices = vm.Devices.IsEmpty ? "" : "DeviceAllow=/dev/vfio/vfio rw\nDeviceAllow=char-vfio rw\n";

        // VFIO pins all of a guest's memory.
        var locked = vm.Devices.IsEmpty ? 64.MiB : vm.Memory + 256.MiB;
        // A manager that restarts must not take the VMs with it, and a missing card only the VM that owns it.
        string[] wanted = [VmdUnit.Name, PassthroughUnit];
        string[] required = ["dev-kvm.device", .. vm.Devices.IsEmpty ? (string[])[] : [PassthroughUnit]];
        var before = vm.StartAfter.Select(name => HostPaths.Unit(device.Vms.Single(other => other.Name == name)));
        return $"""
            [Unit]
            Description=VM {vm.Name}
            Requires={string.Join(' ', required)}
            Wants={string.Join(' ', wanted)}
            After={string.Join(' ', ["dev-kvm.device", .. wanted, "systemd-modules-load.service", .. before])}
            StartLimitIntervalSec=60
            StartLimitBurst=5

            [Service]
            ExecStart={command}
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
            CPUQuota={vm.Cores * 100}%
            TasksMax=64
            DevicePolicy=closed
            DeviceAllow=/dev/kvm rw
            DeviceAllow=/dev/vhost-vsock rw
            {devices}CapabilityBoundingSet=
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
            ProtectSystem=strict
            ReadWritePaths=/run/ghaf/link
            RestrictAddressFamilies=AF_UNIX
            RestrictNamespaces=yes
            RestrictRealtime=yes
            RestrictSUIDSGID=yes
            SystemCallArchitectures=native

            [Install]
            WantedBy=multi-user.target

            """;
    }
}
