// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Runners.Units;

/// <summary>The VM manager's own unit.</summary>
public static class VmdUnit
{
    public const string Name = "ghaf-vmd.service";

    // In debug vmd runs commands for the developer, who wants to see the host as it is.
    internal static string Text(DevicePlan device) => $"""
        [Unit]
        Description=VM manager
        After=systemd-modules-load.service systemd-tmpfiles-setup.service
        StartLimitIntervalSec=0

        [Service]
        Type=notify
        NotifyAccess=main
        ExecStart={HostPaths.Vmd}
        Restart=always
        RestartSec=500ms
        RuntimeDirectory=ghaf-vmd
        RuntimeDirectoryMode=0700
        RuntimeDirectoryPreserve=yes
        {(device.DebugAccess ? "# Not shut in: this is a debug profile." : Hardening)}
        {(device.Vms.Any(vm => vm.KeepsState) ? $"ReadWritePaths=-{HostPaths.Secrets} -{HostPaths.State}" : "# This device keeps nothing.")}

        [Install]
        WantedBy=multi-user.target

        """;

    // It finds hypervisors among all processes, opens their sockets, which are their users', listens on ports that are root's, and reads
    // the power button.
    private const string Hardening = """
        CapabilityBoundingSet=CAP_DAC_OVERRIDE CAP_NET_BIND_SERVICE
        DevicePolicy=closed
        DeviceAllow=char-virtio-portsdev rw
        DeviceAllow=char-input rw
        IPAddressDeny=any
        LockPersonality=yes
        MemoryDenyWriteExecute=yes
        MemoryMax=128M
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
        RestrictAddressFamilies=AF_UNIX AF_VSOCK
        RestrictNamespaces=yes
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        SystemCallArchitectures=native
        SystemCallErrorNumber=EPERM
        SystemCallFilter=@system-service
        SystemCallFilter=~@privileged @resources
        TasksMax=64
        UMask=0077
        """;
}
