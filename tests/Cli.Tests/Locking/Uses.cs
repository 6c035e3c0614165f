// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Cli.Locking;
using Ghaf.Images;

namespace Ghaf.Cli.Tests.Locking;

/// <summary>A device with little in it: what its parts ask for.</summary>
internal static class Uses
{
    public static LockUses All { get; } = Of("qemu", "?essential udev", "?essential curl udev");

    /// <summary>The sets of <see cref="All"/>.</summary>
    public static string[] Fitting { get; } =
    [
        "qemu => qemu_10.0/40000000 libc6_2.41-1/2800000",
        "?essential udev => udev_257-1/2100000 libc6_2.41-1/2800000",
        "?essential curl udev => curl_8.14.1-1/300000 udev_257-1/2100000 libc6_2.41-1/2800000",
    ];

    public static LockUses Of(string toolchain, string guestBase, string curl) => new(
        ["vm-debug"],
        [
            Use("toolchain", toolchain),
            Use(PackageRequests.GuestBasePart, guestBase),
            Use("curl-vm", curl) with { IsOnGuestBase = true },
            Use("plain-vm", guestBase) with { IsOnGuestBase = true },
        ],
        AreAll: true);

    private static PackageUse Use(string part, string request) =>
        new("vm-debug", part, PackageLock.Normalise(request.Split(' '))) { Suite = "trixie" };
}
