// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;

namespace Ghaf.Images.Tests;

public sealed class TarFormatTests : IDisposable
{
    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-tar-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_written_reads_as_the_same()
    {
        var tree = RootTreeTests.Tree(("usr/bin/tool", "program"), ("etc/empty", ""), (new string('n', 150) + "/" + new string('m', 120), "long"));
        tree.Set("usr/bin/tool", tree["usr/bin/tool"]! with { Mode = 0b100_111_101_101, Gid = 42 });
        tree.Set("etc/link", new RootEntry(RootEntryKind.Link, 0b111_111_111) { Target = "../usr/bin/tool" });
        tree.Set("etc/hidden", new RootEntry(RootEntryKind.Whiteout, 0));

        var read = TarFormat.Read(Save(tree));

        Assert.Equal(tree.Entries.Select(e => e.Key), read.Entries.Select(e => e.Key));
        Assert.All(tree.Entries, e => Assert.True(e.Value.IsSameAs(read[e.Key]!), e.Key));
    }

    [Fact]
    public void Names_of_one_file_stay_one_file()
    {
        File.WriteAllText(Path.Combine(_folder, "perl"), "one file");
        using (var link = Process.Start("ln", [Path.Combine(_folder, "perl"), Path.Combine(_folder, "perl5")]))
        {
            link.WaitForExit();
        }

        var archive = Save(FolderTree.Read(_folder));

        using var list = Process.Start(new ProcessStartInfo("tar", ["tvf", archive]) { RedirectStandardOutput = true })!;
        Assert.Contains("perl5 link to perl", list.StandardOutput.ReadToEnd());
        var read = TarFormat.Read(archive);
        Assert.True(read["perl"]!.Content.IsSameAs(read["perl5"]!.Content));
        Assert.Equal(read["perl"]!.Identity, read["perl5"]!.Identity);
    }

    [Fact]
    public void A_folder_is_read_with_modes_and_links()
    {
        File.WriteAllText(Path.Combine(_folder, "run"), "#!/bin/sh");
        File.SetUnixFileMode(Path.Combine(_folder, "run"), (UnixFileMode)0b100_111_101_101);
        File.CreateSymbolicLink(Path.Combine(_folder, "to"), "run");
        var tree = FolderTree.Read(_folder, "usr/lib");
        Assert.Equal(0b100_111_101_101, tree["usr/lib/run"]!.Mode);
        Assert.Equal("run", tree["usr/lib/to"]!.Target);
    }

    private string Save(RootTree tree)
    {
        var archive = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using (var file = File.Create(archive))
        {
            TarFormat.Write(tree, file, Time);
        }

        File.Move(archive, archive = Path.Combine(_folder, "saved.tar"));
        return archive;
    }
}
