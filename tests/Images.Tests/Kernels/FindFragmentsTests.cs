// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Tests;

public sealed class FindFragmentsTests : IDisposable
{
    private readonly ScratchFolder _ours = new();
    private readonly ScratchFolder _theirs = new();

    public void Dispose()
    {
        _ours.Dispose();
        _theirs.Dispose();
    }

    [Fact]
    public void A_name_stands_for_its_file_and_then_for_that_of_the_architecture()
    {
        Write(_ours, "base.config");
        Write(_ours, "base.amd64.config");
        Write(_ours, "base.arm64.config");
        Write(_theirs, "drivers/card.amd64.config");
        Assert.Equal(
            ["kernel/base.config", "kernel/base.amd64.config", "kernel/drivers/card.amd64.config"],
            Find("base", "drivers/card").Select(fragment => fragment.File));
    }

    [Fact]
    public void Names_a_fragment_that_nobody_has()
    {
        Write(_ours, "base.arm64.config");
        var failure = Assert.Throws<FragmentMissingException>(() => Find("base"));
        Assert.Equal(
            $"The kernel of the host is to have the fragment base, and none of kernel/base.config, kernel/base.amd64.config is in {_ours.Path}, {_theirs.Path}.",
            failure.What);
    }

    [Fact]
    public void Names_both_libraries_that_have_the_same_fragment()
    {
        Write(_ours, "base.config");
        Write(_theirs, "base.config");
        var failure = Assert.Throws<FragmentAmbiguousException>(() => Find("base"));
        Assert.Equal(
            $"There is more than one kernel/base.config: {_ours.File("kernel/base.config")}, {_theirs.File("kernel/base.config")}.", failure.What);
    }

    private System.Collections.Immutable.ImmutableArray<KernelFragment> Find(params string[] names) =>
        FindFragments.Of(new KernelRecipe("host", "linux-source-6.12", [.. names], "amd64"), [_ours.Path, _theirs.Path]);

    private static void Write(ScratchFolder library, string name)
    {
        var path = library.File("kernel/" + name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "CONFIG_NET=y\n");
    }
}
