// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Modules.SystemVms;

/// <summary>
/// Programs that systemd would run in every VM before it starts anything, to find what a VM of ours never has. Each costs a start
/// of a process, which is most of a VM's boot.
/// </summary>
public static class QuietGuest
{
    public static ImmutableArray<FileSpec> Generators { get; } =
    [
        // Its disks are named in the plan, and it has no EFI partition.
        Without("systemd-gpt-auto-generator"),
        Without("systemd-tpm2-generator"),

        // It never sleeps on a disk, is never updated from within, has no rc.local, and nobody comes by ssh over vsock.
        Without("systemd-hibernate-resume-generator"),
        Without("systemd-rc-local-generator"),
        Without("systemd-ssh-generator"),
        Without("systemd-system-update-generator"),

        // Units are not given on the command line of a kernel that the definition makes.
        Without("systemd-debug-generator"),
        Without("systemd-run-generator"),
    ];

    /// <summary>For VMs that nobody logs in to.</summary>
    public static FileSpec Getty { get; } = Without("systemd-getty-generator");

    /// <summary>For VMs whose kernel loads no modules.</summary>
    public static FileSpec Coldplug { get; } =
        FileSpec.Copy("/etc/systemd/system/systemd-udev-trigger.service.d/50-ghaf.conf", "guest/coldplug.conf");

    // systemd.generator(7): one in /etc hides the one of the same name in /usr.
    private static FileSpec Without(string generator) => FileSpec.Link($"/etc/systemd/system-generators/{generator}", "/dev/null");
}
