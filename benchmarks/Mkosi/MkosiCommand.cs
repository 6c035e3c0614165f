// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Benchmarks.Setup;
using Ghaf.Exec;

namespace Ghaf.Benchmarks.Mkosi;

/// <summary>
/// Runs mkosi in its unpacked tools, without network. bubblewrap makes them the root by pivot_root: in a plain chroot the
/// kernel refuses the namespaces that mkosi makes. It stays the machine's root, because mkosi gives files to Debian's
/// groups and a namespace with one user has none; so this does without the sandbox of our own builds, which always is one.
/// </summary>
internal sealed class MkosiCommand(Workspace workspace, string tools)
{
    private static readonly ImmutableSortedDictionary<string, string> Plain =
        ImmutableSortedDictionary<string, string>.Empty.Add("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");

    /// <summary>Where the definition is, and what mkosi keeps and makes.</summary>
    public string Folder => Path.Combine(workspace.Mkosi, "work");

    private string Root => Path.Combine(workspace.Mkosi, "root");

    private string Temporary => Path.Combine(workspace.Mkosi, "tmp");

    public void MakeFolders()
    {
        Directory.CreateDirectory(Folder);
        Directory.CreateDirectory(Temporary);
        Directory.CreateDirectory(Path.Combine(Root, "root"));
        Directory.CreateDirectory(Path.Combine(Root, "var", "tmp"));
        var etc = Directory.CreateDirectory(Path.Combine(Root, "etc")).FullName;
        File.WriteAllText(Path.Combine(etc, "passwd"), "root:x:0:0:root:/root:/bin/sh\n");
        File.WriteAllText(Path.Combine(etc, "group"), "root:x:0:\n");
        foreach (var name in (string[])["bin", "sbin", "lib", "lib64"])
        {
            File.CreateSymbolicLink(Path.Combine(Root, name), "usr/" + name);
        }
    }

    public Command Of(params ReadOnlySpan<string> arguments) =>
        new(Path.Combine(tools, "usr/lib64/ld-linux-x86-64.so.2"),
        [
            "--library-path", Path.Combine(tools, "usr/lib/x86_64-linux-gnu"), Path.Combine(tools, "usr/bin/bwrap"),
            "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup",
            "--die-with-parent", "--new-session", "--clearenv", "--cap-add", "ALL",
            "--bind", Root, "/", "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--tmpfs", "/run",
            "--ro-bind", Path.Combine(tools, "usr"), "/usr", "--bind", Temporary, "/var/tmp",
            "--ro-bind", workspace.Repository, workspace.Repository, "--bind", Folder, Folder,
            "--setenv", "HOME", "/root", "--setenv", "LC_ALL", "C.UTF-8", "--setenv", "PATH", "/usr/sbin:/usr/bin",
            "--chdir", Folder, "--", "/usr/bin/mkosi", .. arguments,
        ])
        {
            Environment = Plain,
            DisplayName = "mkosi",
        };
}
