// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Runners.Units;

/// <summary>
/// The virtiofsd that serves one share to one VM. It runs as root, because the files have their owners, and sees nothing of
/// the host but the folder.
/// </summary>
internal static class ShareUnit
{
    /// <summary>The units that a VM needs before it starts; none for a hypervisor that serves shares itself.</summary>
    public static IEnumerable<string> NamesOf(VmPlan vm) =>
        VmMemory.IsShared(vm) ? vm.Shares.Select(share => NameOf(vm, share)) : [];

    public static IEnumerable<FilePlan> For(VmPlan vm) => VmMemory.IsShared(vm)
        ? vm.Shares.Select(share => new FilePlan
        {
            Path = $"/etc/systemd/system/{NameOf(vm, share)}",
            Mode = "0644",
            Content = Text(vm, share),
        })
        : [];

    private static string NameOf(VmPlan vm, Share share) => $"ghaf-share-{vm.Name}-{share.Tag}.service";

    // virtiofsd ends when its VM does; the VM's next start requires it again.
    private static string Text(VmPlan vm, Share share) => $"""
        [Unit]
        Description=Folder {share.Tag} of VM {vm.Name}
        PartOf={HostPaths.Unit(vm)}

        [Service]
        Type=simple
        ExecStart={UnitText.CommandLine("/usr/libexec/virtiofsd", Arguments(vm, share))}
        ExecStartPost=/bin/sh -c 'until [ -S {HostPaths.ShareSocket(vm, share)} ]; do sleep 0.05; done'
        TimeoutStartSec=10
        Restart=always
        RestartSec=100ms
        MemoryMax=128M
        TasksMax=32
        NoNewPrivileges=yes
        PrivateNetwork=yes
        ProtectHome=read-only
        ProtectSystem=strict
        ReadWritePaths={HostPaths.ShareFolder(vm)}{(share.ReadOnly ? "" : $" {share.HostPath}")}
        RestrictAddressFamilies=AF_UNIX
        SystemCallArchitectures=native

        """;

    private static IEnumerable<string> Arguments(VmPlan vm, Share share) =>
    [
        $"--socket-path={HostPaths.ShareSocket(vm, share)}",
        $"--socket-group={vm.User}",
        $"--shared-dir={share.HostPath}",
        "--sandbox=chroot",
        .. share.ReadOnly ? (string[])["--readonly"] : [],
    ];
}
