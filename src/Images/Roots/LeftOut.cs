// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>
/// What maintainer scripts or packages leave in a root and no image carries: documentation, caches, logs, and whatever
/// differs from one build to the next.
/// </summary>
internal static class LeftOut
{
    private static readonly string[] DocumentationFolders =
    [
        "usr/share/man/", "usr/share/info/", "usr/share/locale/", "usr/share/lintian/", "usr/share/bug/",
        "usr/share/doc-base/", "usr/share/bash-completion/", "usr/share/zsh/",
    ];

    private static readonly string[] Folders =
    [
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
        StartsWithAny(path, Folders) || Array.IndexOf(Files, path) >= 0 || IsDocumentation(path);

    /// <summary>
    /// What no maintainer script needs either, so that it is not even extracted: half of the files of a small root. The
    /// licence texts stay: they must go with what they license.
    /// </summary>
    public static bool IsDocumentation(string path) =>
        StartsWithAny(path, DocumentationFolders)
        || (path.StartsWith("usr/share/doc/", StringComparison.Ordinal)
            && path.Count(c => c == '/') >= 4
            && !path.EndsWith("/copyright", StringComparison.Ordinal));

    private static bool StartsWithAny(string path, string[] folders) =>
        Array.Exists(folders, folder => path.StartsWith(folder, StringComparison.Ordinal));
}
