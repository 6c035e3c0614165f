// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Tests;

/// <summary>A configured root in small: a program with its libraries, a shell, a unit, a licence.</summary>
internal static class SomeRoot
{
    public const string Linker = "/lib64/ld-linux-x86-64.so.2";
    public const string Libraries = "usr/lib/x86_64-linux-gnu";

    public static RootTree Configured()
    {
        var tree = new RootTree();
        foreach (var name in (string[])["bin", "sbin", "lib", "lib64"])
        {
            tree.Set($"usr/{name}", new RootEntry(RootEntryKind.Folder, 0b111_101_101));
            tree.Link(name, $"usr/{name}");
        }

        tree.Program("usr/bin/run-vms", ElfBytes.Of(Linker, ["libvm.so.1"], opens: """[{"soname":["libextra.so.2"],"priority":"recommended"}]"""));
        tree.Program("usr/bin/sh", ElfBytes.Of(Linker, ["libc.so.6"]));
        tree.Program("usr/bin/mount", ElfBytes.Of(Linker, ["libc.so.6"]), mode: 0b100_111_101_101);
        tree.Link("usr/lib64/ld-linux-x86-64.so.2", "../lib/x86_64-linux-gnu/ld-linux-x86-64.so.2");
        tree.Program($"{Libraries}/ld-linux-x86-64.so.2", ElfBytes.Of(null, []));
        tree.Program($"{Libraries}/libc.so.6", ElfBytes.Of(null, []));
        tree.Link($"{Libraries}/libvm.so.1", "libvm.so.1.2");
        tree.Program($"{Libraries}/libvm.so.1.2", ElfBytes.Of(null, ["libc.so.6"]));
        tree.Program($"{Libraries}/libextra.so.2", ElfBytes.Of(null, []));
        tree.Program($"{Libraries}/libunused.so.1", ElfBytes.Of(null, []));
        tree.Text("usr/lib/systemd/system/vms.service", "[Service]\nExecStart=/usr/bin/run-vms --all\n");
        tree.Text("usr/lib/systemd/system/shell.service", "[Service]\nExecStart=-/bin/sh\n");
        tree.Link("usr/lib/systemd/system/boot.target.wants/vms.service", "../vms.service");
        tree.Link("usr/lib/systemd/system/boot.target.wants/shell.service", "../shell.service");
        tree.Text("usr/share/doc/vms/copyright", "free");
        tree.Text("usr/share/doc/dash/copyright", "free too");
        tree.Text("var/lib/dpkg/info/vms.list", "/.\n/usr/bin/run-vms\n/lib/systemd/system/vms.service\n");
        tree.Text("var/lib/dpkg/info/dash.list", "/.\n/bin/sh\n/usr/lib/systemd/system/shell.service\n");
        PackageFiles.MarkOwners(tree);
        return tree;
    }

    public static void Program(this RootTree tree, string path, byte[] content, int mode = 0b111_101_101) =>
        tree.Set(path, new RootEntry(RootEntryKind.File, mode) { Content = FileContent.Of(content) });

    public static void Text(this RootTree tree, string path, string content, int mode = 0b110_100_100) =>
        tree.Set(path, new RootEntry(RootEntryKind.File, mode) { Content = FileContent.Of(content) });

    public static void Link(this RootTree tree, string path, string target) =>
        tree.Set(path, new RootEntry(RootEntryKind.Link, 0b111_111_111) { Target = target });
}
