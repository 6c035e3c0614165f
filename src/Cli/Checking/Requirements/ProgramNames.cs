// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Cli.Checking.Requirements;

/// <summary>Names of programs and libraries by what they are for, compared with the last part of a path.</summary>
internal static class ProgramNames
{
    public static ImmutableArray<string> Shells { get; } =
        ["ash", "bash", "busybox", "csh", "dash", "fish", "ksh", "mksh", "rbash", "rsh", "sh", "tcsh", "toybox", "zsh"];

    /// <summary>They ask for a name and a password, or start who does.</summary>
    public static ImmutableArray<string> Logins { get; } =
        ["agetty", "chsh", "getty", "login", "mgetty", "newgrp", "runuser", "sshd", "su", "sudo", "sulogin", "systemd-logind"];

    public static ImmutableArray<string> PackageManagers { get; } =
        ["apt", "apt-cache", "apt-get", "aptitude", "dpkg", "dpkg-deb", "flatpak", "nix", "nix-store", "pip", "pip3", "rpm", "snap"];

    /// <summary>They make programs, or run what somebody wrote.</summary>
    public static ImmutableArray<string> Builders { get; } =
    [
        "as", "awk", "cc", "clang", "cpp", "g++", "gawk", "gcc", "gdb", "go", "ld", "lua", "m4", "make", "mawk", "node", "perl", "python3",
        "ruby", "rustc", "strace", "tclsh",
    ];

    public static ImmutableArray<string> NetworkTools { get; } =
    [
        "curl", "dhclient", "dhcpcd", "dnsmasq", "ifconfig", "ip", "iptables", "nc", "NetworkManager", "nft", "ping", "scp", "ssh",
        "systemd-networkd", "systemd-resolved", "wget", "wpa_supplicant",
    ];

    /// <summary>Beginnings of the names of libraries that draw.</summary>
    public static ImmutableArray<string> GraphicsLibraries { get; } =
        ["libEGL", "libGL", "libX11", "libdrm", "libgbm", "libgtk", "libvulkan", "libwayland", "libxcb"];

    /// <summary>Of these paths, those whose name is one of the names, or one with a version: <c>python3.13</c>, <c>gcc-14</c>.</summary>
    public static IEnumerable<string> Among(IEnumerable<string> paths, ImmutableArray<string> names) => paths.Where(path =>
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return names.Any(known => name == known
            || (name.StartsWith(known, StringComparison.Ordinal) && name[known.Length..].All(c => c is '-' or '.' || char.IsAsciiDigit(c))));
    });
}
