// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Tests;

public class RootTreeTests
{
    [Fact]
    public void Missing_folders_above_a_file_are_made()
    {
        var tree = Tree(("etc/a/b", "x"));
        Assert.Equal(["etc", "etc/a", "etc/a/b"], tree.Entries.Select(e => e.Key));
        Assert.Equal(RootEntryKind.Folder, tree["etc/a"]!.Kind);
    }

    [Theory]
    [InlineData("/lib/x", "usr/lib/x")]
    [InlineData("bin/sh", "usr/bin/sh")]
    [InlineData("lib64/ld.so", "usr/lib64/ld.so")]
    [InlineData("library/x", "library/x")]
    public void What_is_put_below_a_merged_folder_lies_in_usr(string path, string real) =>
        Assert.NotNull(Tree((path, "x"))[real]);

    [Fact]
    public void A_layer_has_what_changed_with_the_folders_above_it()
    {
        var below = Tree(("etc/same", "1"), ("etc/changed", "1"), ("usr/kept", "1"));
        var layer = Tree(("etc/same", "1"), ("etc/changed", "2"), ("usr/kept", "1"), ("opt/new", "1")).LayerOver(below);
        Assert.Equal(["etc", "etc/changed", "opt", "opt/new"], layer.Entries.Select(e => e.Key));
    }

    [Fact]
    public void A_change_of_mode_alone_is_a_change()
    {
        var below = Tree(("f", "1"));
        var above = Tree(("f", "1"));
        above.Set("f", above["f"]! with { Mode = 0b111 });
        Assert.Equal(["f"], above.LayerOver(below).Entries.Select(e => e.Key));
    }

    [Fact]
    public void What_was_removed_is_hidden_once_for_all_below_it()
    {
        var layer = Tree(("etc/kept", "1")).LayerOver(Tree(("etc/kept", "1"), ("etc/gone", "1"), ("old/a", "1"), ("old/b", "1")));
        Assert.Equal(["etc", "etc/gone", "old"], layer.Entries.Select(e => e.Key));
        Assert.Equal(RootEntryKind.Whiteout, layer["etc/gone"]!.Kind);
        Assert.Equal(RootEntryKind.Whiteout, layer["old"]!.Kind);
    }

    [Fact]
    public void Equal_trees_have_equal_digests_in_whatever_order_they_were_made()
    {
        Assert.Equal(Tree(("a", "1"), ("b", "2")).Digest(), Tree(("b", "2"), ("a", "1")).Digest());
        Assert.NotEqual(Tree(("a", "1")).Digest(), Tree(("a", "2")).Digest());
    }

    internal static RootTree Tree(params (string Path, string Text)[] files)
    {
        var tree = new RootTree();
        foreach (var (path, text) in files)
        {
            tree.Set(path, new RootEntry(RootEntryKind.File, 0b110_100_100) { Content = FileContent.Of(text) });
        }

        return tree;
    }
}
