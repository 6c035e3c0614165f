// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Modules.Profiles;

/// <summary>For development: root on every serial console without a password, commands in VMs, visible logs.</summary>
public static class Debug
{
    private static readonly ImmutableArray<FileSpec> Console =
    [
        // Which ports there are depends on the machine; systemd starts one for each console of the kernel.
        FileSpec.Copy("/etc/systemd/system/serial-getty@.service.d/autologin.conf", "debug/autologin.conf"),
    ];

    public static ProfileSpec Profile { get; } = new ProfileSpec("debug") { DebugAccess = true }
        .OnHost(host => host.Packages(["iproute2", "login", "systemd-boot-tools"]).Files(Console))
        .OnAllVms(vm => vm
            .Packages(["login", "netcat-openbsd", "procps"])
            .Files(Console)
            .Files(
            [
                FileSpec.Copy("/etc/systemd/system/ghaf-shell.socket", "debug/ghaf-shell.socket"),
                FileSpec.Copy("/etc/systemd/system/ghaf-shell@.service", "debug/ghaf-shell@.service"),
                FileSpec.Link("/etc/systemd/system/sockets.target.wants/ghaf-shell.socket", "../ghaf-shell.socket"),
            ]));
}
