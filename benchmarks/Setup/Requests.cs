// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Benchmarks.Setup;

/// <summary>The packages of the comparison, beside those of Ghaf's own plan.</summary>
internal static class Requests
{
    /// <summary>What both compose a disk of; the same list as in <c>devices/parity.cs</c>.</summary>
    public static ImmutableArray<string> Image { get; } =
    [
        "bash", "dbus", "dnsmasq", "iproute2", "linux-image-cloud-amd64", "nftables", "systemd", "systemd-boot",
        "systemd-boot-efi", "systemd-resolved", "systemd-sysv", "udev",
    ];

    /// <summary>mkosi and all the tools that it calls.</summary>
    public static ImmutableArray<string> MkosiTools { get; } =
    [
        "?essential", "apt", "bubblewrap", "cpio", "dosfstools", "e2fsprogs", "kmod", "mkosi", "mtools", "python3", "systemd",
        "systemd-boot", "systemd-boot-efi", "systemd-repart", "systemd-ukify", "udev", "xz-utils", "zstd",
    ];

    /// <summary>What mkosi can install: the image's packages, and those that its own initrd is made of.</summary>
    public static ImmutableArray<string> Repository { get; } =
    [
        "?essential", "base-files", .. Image,
        "btrfs-progs", "dmsetup", "dosfstools", "e2fsprogs", "erofs-utils", "kmod", "less", "libcryptsetup12", "libfido2-1",
        "libtss2-esys-3.0.2-0t64", "libtss2-mu-4.0.1-0t64", "libtss2-rc0t64", "libtss2-tcti-device0t64", "lvm2", "p11-kit",
        "systemd-cryptsetup", "systemd-repart", "util-linux",
    ];
}
