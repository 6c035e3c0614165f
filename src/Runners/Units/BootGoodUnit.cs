// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Runners.Units;

/// <summary>Marks the image that runs as good. vmd starts it when all VMs are ready.</summary>
public static class BootGoodUnit
{
    public const string Name = "ghaf-boot-good.service";

    private const string Folder = "/run/ghaf-esp";

    // The program mounts the EFI system partition for itself alone, and for as long as it runs. Programs before it would have
    // mounts of their own.
    internal const string Text = $"""
        [Unit]
        Description=Mark this boot as good
        ConditionPathExists=/sys/firmware/efi/efivars

        [Service]
        # systemd-analyze security: 4.6. It mounts the partition that only the firmware and the boot loader read otherwise.
        Type=oneshot
        RuntimeDirectory=ghaf-esp
        PrivateMounts=yes
        ExecStart={HostPaths.Vmd} bless-boot {Folder}
        CapabilityBoundingSet=CAP_SYS_ADMIN
        LockPersonality=yes
        MemoryMax=64M
        NoNewPrivileges=yes
        PrivateNetwork=yes
        ProtectClock=yes
        ProtectControlGroups=yes
        ProtectHome=yes
        ProtectHostname=yes
        ProtectKernelLogs=yes
        RestrictAddressFamilies=none
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        SystemCallArchitectures=native
        UMask=0077

        """;
}
