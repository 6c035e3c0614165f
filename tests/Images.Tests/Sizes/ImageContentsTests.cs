// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Tests;

public sealed class ImageContentsTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Parts_are_added_up_by_owner_the_largest_first()
    {
        var tree = SomeRoot.Configured();
        tree.Set("usr/lib/ghaf/vms/net-vm.erofs", new RootEntry(RootEntryKind.File, 0b100_100_100)
        {
            Content = FileContent.Of(new string('x', 100_000)),
            Owner = new PartName(PartKind.Vm, "net-vm"),
        });
        ImageContents.Write(tree, 200_000, _scratch.Path);
        var contents = ImageContents.Read(_scratch.Path);

        Assert.Equal(200_000, contents.ImageBytes);
        Assert.Equal(new PartSize(PartKind.Vm, "net-vm", 100_000, 1), contents.Parts[0]);
        Assert.Contains(contents.Parts, part => part is { Kind: PartKind.Package, Name: "vms", Files: 2 });
        Assert.Equal(contents.Parts.Skip(1).Sum(part => part.Bytes), contents.BytesWithoutVms);
    }
}
