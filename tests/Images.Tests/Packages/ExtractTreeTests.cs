// SPDX-License-Identifier: Apache-2.0
using System.Formats.Tar;

namespace Ghaf.Images.Tests;

public sealed class ExtractTreeTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    private string Root => _scratch.File("root");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Keeps_modes_setuid_links_and_names_owners()
    {
        var owned = DebFile.Text("./var/mail", "m");
        (owned.Gid, owned.GroupName) = (8, "mail");
        var tree = await ExtractAsync(
            DebFile.Folder("./", 0b111_101_101),
            DebFile.Folder("./usr/lib/private/", 0b101_000_000),
            DebFile.Text("./usr/lib/private/key", "k", 0b100_000_000),
            DebFile.Text("./usr/bin/su", "su", 0b100_111_101_101),
            DebFile.Link("./usr/bin/sudo", "usr/bin/su", TarEntryType.HardLink),
            DebFile.Link("./usr/bin/s", "su"),
            new GnuTarEntry(TarEntryType.CharacterDevice, "./dev/null"),
            owned);
        Assert.Equal((UnixFileMode)0b100_111_101_101, File.GetUnixFileMode(Root + "/usr/bin/su"));
        Assert.Equal((UnixFileMode)0b101_000_000, File.GetUnixFileMode(Root + "/usr/lib/private"));
        Assert.Equal("su", await File.ReadAllTextAsync(Root + "/usr/bin/sudo"));
        Assert.Equal("su", new FileInfo(Root + "/usr/bin/s").LinkTarget);
        Assert.Equal([new OwnedPath("/var/mail", 0, 8, "", "mail")], tree.Owned);
        Assert.Equal(["/dev/null"], tree.Skipped);
    }

    [Fact]
    public async Task Puts_files_of_lib_into_usr_lib()
    {
        await ExtractAsync(DebFile.Folder("./lib/"), DebFile.Text("./lib/udev/rules", "r"), DebFile.Text("./sbin/init", "i"));
        Assert.True(File.Exists(Root + "/usr/lib/udev/rules"));
        Assert.True(File.Exists(Root + "/usr/sbin/init"));
        Assert.Equal("usr/lib", new FileInfo(Root + "/lib").LinkTarget);
    }

    [Fact]
    public async Task A_link_of_a_package_over_a_folder_leaves_the_folder()
    {
        await ExtractAsync(DebFile.Text("./srv/data/file", "f"), DebFile.Link("./srv/data", "elsewhere"));
        Assert.True(File.Exists(Root + "/srv/data/file"));
    }

    [Fact]
    public async Task Follows_absolute_links_inside_of_the_tree()
    {
        var outside = Directory.CreateDirectory(_scratch.File("outside")).FullName;
        await ExtractAsync(DebFile.Link("./evil", outside), DebFile.Text("./evil/file", "x"));
        Assert.Empty(Directory.GetFileSystemEntries(outside));
        Assert.True(File.Exists(Root + outside + "/file"));
    }

    [Fact]
    public async Task Follows_links_upwards_no_further_than_the_root()
    {
        await ExtractAsync(DebFile.Link("./usr/evil", "../../../../.."), DebFile.Text("./usr/evil/file", "x"));
        Assert.True(File.Exists(Root + "/file"));
        Assert.False(File.Exists(_scratch.File("file")));
    }

    [Fact]
    public async Task Does_not_write_through_a_link_at_the_end_of_a_path()
    {
        var outside = _scratch.File("outside");
        await ExtractAsync(DebFile.Link("./evil", outside), DebFile.Text("./evil", "x"));
        Assert.False(File.Exists(outside));
        Assert.Equal("x", await File.ReadAllTextAsync(Root + "/evil"));
    }

    [Theory]
    [InlineData("../escape")]
    [InlineData("./usr/../../escape")]
    public async Task Refuses_names_that_leave_the_tree(string name)
    {
        var failure = await Assert.ThrowsAsync<TreeEscapeException>(() => ExtractAsync(DebFile.Text(name, "x")));
        Assert.Contains($"has the entry “{name}”, which leaves the tree", failure.What, StringComparison.Ordinal);
        Assert.False(File.Exists(_scratch.File("escape")));
    }

    [Fact]
    public async Task Refuses_a_hard_link_that_leaves_the_tree() => await Assert.ThrowsAsync<TreeEscapeException>(
        () => ExtractAsync(DebFile.Link("./passwd", "../../../etc/passwd", TarEntryType.HardLink)));

    [Fact]
    public async Task Of_two_files_with_one_name_the_later_stays()
    {
        await ExtractAsync(
            DebFile.Text("./a", "one"), DebFile.Link("./b", "a", TarEntryType.HardLink), DebFile.Text("./a", "two"));
        Assert.Equal("two", await File.ReadAllTextAsync(Root + "/a"));
        Assert.Equal("one", await File.ReadAllTextAsync(Root + "/b"));
    }

    private async Task<ExtractedTree> ExtractAsync(params TarEntry[] entries)
    {
        await File.WriteAllBytesAsync(_scratch.File("data.tar"), DebFile.Tar(entries));
        return await ExtractTree.RunAsync(new[] { _scratch.File("data.tar") }.ToAsyncEnumerable(), Root);
    }
}
