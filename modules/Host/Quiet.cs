// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Modules.Host;

/// <summary>
/// Units of Debian's systemd that have nothing to do on a system whose root is made anew at each start. Each costs boot
/// time, most of all in an emulator.
/// </summary>
public static class Quiet
{
    public static ImmutableArray<FileSpec> Units { get; } =
    [
        // What they make is already in the image, or must not be kept.
        FileSpec.Mask("ldconfig.service"),
        FileSpec.Mask("systemd-boot-random-seed.service"),
        FileSpec.Mask("systemd-firstboot.service"),
        FileSpec.Mask("systemd-hwdb-update.service"),
        FileSpec.Mask("systemd-journal-catalog-update.service"),
        FileSpec.Mask("systemd-journal-flush.service"),
        FileSpec.Mask("systemd-machine-id-commit.service"),
        FileSpec.Mask("systemd-random-seed.service"),
        FileSpec.Mask("systemd-remount-fs.service"),
        FileSpec.Mask("systemd-sysusers.service"),
        FileSpec.Mask("systemd-tmpfiles-setup-dev-early.service"),
        FileSpec.Mask("systemd-udev-load-credentials.service"),
        FileSpec.Mask("systemd-update-done.service"),

        // What opens storage is bound to the image alone: nothing else is to be measured where it is.
        FileSpec.Mask("systemd-pcrextend.socket"),
        FileSpec.Mask("systemd-pcrlock.socket"),
        FileSpec.Mask("systemd-pcrphase-sysinit.service"),
        FileSpec.Mask("systemd-pcrphase.service"),
        FileSpec.Mask("systemd-tpm2-setup-early.service"),
        FileSpec.Mask("systemd-tpm2-setup.service"),

        // Upkeep of systems that live for months.
        FileSpec.Mask("apt-daily.timer"),
        FileSpec.Mask("apt-daily-upgrade.timer"),
        FileSpec.Mask("dpkg-db-backup.timer"),
        FileSpec.Mask("e2scrub_all.timer"),
        FileSpec.Mask("e2scrub_reap.service"),
        FileSpec.Mask("fstrim.timer"),
        FileSpec.Mask("systemd-tmpfiles-clean.timer"),

        // There is no screen, no person at a keyboard, no second file system, no login record.
        FileSpec.Mask("getty@tty1.service"),
        FileSpec.Mask("getty-static.service"),
        FileSpec.Mask("console-getty.service"),
        FileSpec.Mask("remote-fs.target"),
        FileSpec.Mask("systemd-ask-password-console.path"),
        FileSpec.Mask("systemd-ask-password-wall.path"),
        FileSpec.Mask("systemd-bsod.service"),
        FileSpec.Mask("systemd-logind.service"),
        FileSpec.Mask("systemd-pcrmachine.service"),
        FileSpec.Mask("systemd-pstore.service"),
        FileSpec.Mask("systemd-update-utmp.service"),
        FileSpec.Mask("systemd-update-utmp-runlevel.service"),
        FileSpec.Mask("systemd-user-sessions.service"),
        FileSpec.Mask("systemd-binfmt.service"),
        FileSpec.Mask("proc-sys-fs-binfmt_misc.automount"),
        FileSpec.Mask("dev-hugepages.mount"),
        FileSpec.Mask("dev-mqueue.mount"),
        FileSpec.Mask("sys-fs-fuse-connections.mount"),
        FileSpec.Mask("sys-kernel-debug.mount"),
        FileSpec.Mask("sys-kernel-tracing.mount"),
        FileSpec.Mask("run-lock.mount"),

        // Services that a program would call, and there is none.
        FileSpec.Mask("systemd-creds.socket"),
        FileSpec.Mask("systemd-hostnamed.socket"),
        FileSpec.Mask("systemd-initctl.socket"),
        FileSpec.Mask("systemd-sysext.socket"),
        FileSpec.Mask("modprobe@configfs.service"),
        FileSpec.Mask("modprobe@dm_mod.service"),
        FileSpec.Mask("modprobe@drm.service"),
        FileSpec.Mask("modprobe@efi_pstore.service"),
        FileSpec.Mask("modprobe@fuse.service"),
        FileSpec.Mask("modprobe@loop.service"),

        FileSpec.Link("/etc/systemd/system/default.target", "/usr/lib/systemd/system/multi-user.target"),
        FileSpec.Copy("/etc/systemd/journald.conf.d/50-ghaf.conf", "guest/journald.conf"),
    ];
}
