// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Runners.Units;

/// <summary>The swtpm that is one VM's TPM: under that VM's user, with nothing but its own folder of the device's storage.</summary>
internal static class TpmUnit
{
    /// <summary>The unit that the VM needs before it starts; none for a VM without a TPM.</summary>
    public static IEnumerable<string> NamesOf(VmPlan vm) => vm.Tpm ? [$"ghaf-tpm-{vm.Name}.service"] : [];

    public static IEnumerable<FilePlan> For(VmPlan vm) => NamesOf(vm).Select(name => new FilePlan
    {
        Path = $"/etc/systemd/system/{name}",
        Mode = "0644",
        Content = Text(vm),
    });

    // It goes into the background when its socket is there. It ends with the VM's connection, as a chip loses its power; the VM's next start requires it again.
    private static string Text(VmPlan vm) => $"""
        [Unit]
        Description=TPM of VM {vm.Name}
        PartOf={HostPaths.Unit(vm)}
        Wants={StateUnit.Name}
        After={StateUnit.Name}

        [Service]
        Type=forking
        ExecStartPre=+{HostPaths.Vmd} require-state
        ExecStart={UnitText.CommandLine("/usr/bin/swtpm", Arguments(vm))}
        User={vm.User}
        Group={vm.User}
        UMask=0077
        RuntimeDirectory=ghaf/tpm/{vm.Name}
        RuntimeDirectoryMode=0700
        CapabilityBoundingSet=
        DevicePolicy=closed
        LimitCORE=0
        LockPersonality=yes
        MemoryDenyWriteExecute=yes
        MemoryMax=32M
        NoNewPrivileges=yes
        PrivateDevices=yes
        PrivateNetwork=yes
        PrivateTmp=yes
        ProcSubset=pid
        ProtectClock=yes
        ProtectControlGroups=yes
        ProtectHome=yes
        ProtectHostname=yes
        ProtectKernelLogs=yes
        ProtectKernelModules=yes
        ProtectKernelTunables=yes
        ProtectProc=invisible
        ProtectSystem=strict
        ReadWritePaths=-{HostPaths.TpmFolder(vm)}
        RestrictAddressFamilies=AF_UNIX
        RestrictNamespaces=yes
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        SystemCallArchitectures=native
        SystemCallFilter=@system-service
        SystemCallFilter=~@privileged @resources
        TasksMax=8

        """;

    private static IEnumerable<string> Arguments(VmPlan vm) =>
    [
        "socket", "--tpm2", $"--tpmstate=dir={HostPaths.TpmFolder(vm)}",
        $"--ctrl=type=unixio,path={HostPaths.TpmSocket(vm)},mode=0600", "--flags=startup-clear", "--terminate", "--daemon",
    ];
}
