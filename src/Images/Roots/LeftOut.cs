// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>
/// What maintainer scripts or packages leave in a root and no image carries: documentation, caches, logs, and whatever
/// differs from one build to the next.
/// </summary>
internal static class LeftOut
{
    private static readonly string[] Folders =
    [
        "usr/share/man/", "usr/share/info/", "usr/share/locale/", "usr/share/lintian/", "usr/share/bug/",
        "usr/share/doc-base/", "usr/share/bash-completion/", "usr/share/zsh/",

        // hwdb.bin is made of it.
        "usr/lib/udev/hwdb.d/",

        "var/cache/", "var/log/", "var/lib/apt/", "var/lib/dpkg/info/", "var/lib/dpkg/triggers/",
        "var/lib/dpkg/updates/", "tmp/", "run/", "dev/", "proc/", "sys/",
    ];

    private static readonly string[] Files =
    [
        "etc/passwd-", "etc/group-", "etc/shadow-", "etc/gshadow-", "etc/.pwd.lock",
        "var/lib/dpkg/status-old", "var/lib/dpkg/available", "var/lib/dpkg/lock", "var/lib/dpkg/lock-frontend",
        "var/lib/dpkg/triggers", "var/lib/dbus/machine-id",
    ];

    public static bool Contains(string path) =>
        Array.Exists(Folders, folder => path.StartsWith(folder, StringComparison.Ordinal))
        || Array.IndexOf(Files, path) >= 0
        || IsDocumentation(path);

    // The licence texts stay: they must go with what they license.
    private static bool IsDocumentation(string path) =>
        path.StartsWith("usr/share/doc/", StringComparison.Ordinal)
        && path.Count(c => c == '/') >= 4
        && !path.EndsWith("/copyright", StringComparison.Ordinal);
}
