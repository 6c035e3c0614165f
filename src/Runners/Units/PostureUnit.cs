// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Runners.Units;

/// <summary>Finds out how the host is made, once, when vmd asks for it.</summary>
internal static class PostureUnit
{
    public const string Name = "ghaf-posture.service";

    public const string Text = $"""
        [Unit]
        Description=Find out how this host is made

        [Service]
        Type=oneshot
        ExecStart={HostPaths.Vmd} report-posture
        RuntimeDirectory=ghaf-posture
        RuntimeDirectoryMode=0700
        RuntimeDirectoryPreserve=yes
        Nice=10
        TimeoutStartSec=110

        # It tries what this host's kernel has to refuse: to open a network socket, to write to the root. Were it shut in as the others
        # are, it would report what systemd keeps from it. So there is no PrivateNetwork=, RestrictAddressFamilies= and
        # ProtectSystem= here, and it sees all processes.
        # systemd-analyze security: 3.3 for these reasons, where our other units have 2.0 or less.
        CapabilityBoundingSet=CAP_DAC_READ_SEARCH CAP_NET_RAW CAP_SYS_ADMIN CAP_SYS_PTRACE
        DevicePolicy=closed
        DeviceAllow=/dev/mapper/control rw
        IPAddressDeny=any
        LockPersonality=yes
        MemoryDenyWriteExecute=yes
        MemoryMax=128M
        NoNewPrivileges=yes
        PrivateTmp=yes
        ProtectClock=yes
        ProtectControlGroups=yes
        ProtectHome=read-only
        ProtectHostname=yes
        ProtectKernelLogs=yes
        ProtectKernelModules=yes
        ProtectKernelTunables=yes
        RestrictNamespaces=yes
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        SystemCallArchitectures=native
        SystemCallErrorNumber=EPERM
        SystemCallFilter=@system-service
        SystemCallFilter=~@privileged @resources
        TasksMax=32
        UMask=0077

        """;
}
