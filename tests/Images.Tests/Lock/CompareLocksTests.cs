// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Tests;

public sealed class CompareLocksTests
{
    [Theory]
    [InlineData("a_1", "a_2", "Upgraded a")]
    [InlineData("a_2", "a_1", "Downgraded a")]
    [InlineData("a_1", "a_1#other", "Rebuilt a")]
    [InlineData("a_1@debian-security", "a_1", "Moved a")]
    [InlineData("a_1", "a_1 b_1", "Added b")]
    [InlineData("a_1 b_1", "a_1", "Removed b")]
    [InlineData("a_1 b_1 c_1", "b_0 c_1 d_1", "Removed a, Downgraded b, Added d")]
    [InlineData("a_1 b_1", "b_1 a_1", "")]
    [InlineData("a_1~rc1", "a_1", "Upgraded a")]
    [InlineData("a_2", "a_1:1", "Upgraded a")]
    public void Tells_what_became_of_each_package(string old, string @new, string expected)
    {
        var difference = CompareLocks.Run(LockOf.Sets("x => " + old), LockOf.Sets("x => " + @new));
        var set = Assert.Single(difference.Sets);
        Assert.Equal(expected, string.Join(", ", set.Packages.Select(change => $"{change.Kind} {change.Name}")));
        Assert.Equal(expected.Length == 0, difference.IsSame);
        Assert.Equal(expected.Length == 0, set.IsSame);
    }

    [Fact]
    public void Recognises_a_set_whose_request_changed_by_the_names_it_kept()
    {
        var old = LockOf.Sets("a b c => a_1", "a b c curl => a_1 curl_1", "kernel => kernel_1");
        var @new = LockOf.Sets("a b c d => a_1 d_1", "a b c d curl => a_1 curl_1 d_1", "kernel-cloud => kernel-cloud_1");
        Assert.Equal(
            [
                "a b c curl → a b c curl d: Added d",
                "a b c → a b c d: Added d",
                "kernel → none: Removed kernel",
                "none → kernel-cloud: Added kernel-cloud",
            ],
            CompareLocks.Run(old, @new).Sets.Select(Line).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_what_a_request_asks_for_too_and_no_longer()
    {
        var set = Assert.Single(CompareLocks.Run(LockOf.Sets("a b c => a_1"), LockOf.Sets("a c d => a_1")).Sets);
        Assert.Equal(["d"], set.AskedToo);
        Assert.Equal(["b"], set.AskedNoMore);
        Assert.False(set.IsSame);
    }

    [Fact]
    public void Groups_by_package_the_sets_that_it_changed_in()
    {
        var difference = CompareLocks.Run(
            LockOf.Sets("a => libc6_1", "b => libc6_1 x_1", "c => libc6_1#c"),
            LockOf.Sets("a => libc6_2", "b => libc6_2 x_1", "c => libc6_1#c y_1"));
        Assert.Equal(
            ["Upgraded libc6: a, b", "Added y: c"],
            difference.ByPackage().Select(entry =>
                $"{entry.Change.Kind} {entry.Change.Name}: {string.Join(", ", entry.Sets.Select(set => set.Request[0]))}"));
    }

    [Fact]
    public void Counts_of_a_new_set_only_the_packages_that_no_set_had()
    {
        var difference = CompareLocks.Run(LockOf.Sets("a => libc6_1/10"), LockOf.Sets("a => libc6_1/10", "b => libc6_1/10 new_1/7"));
        Assert.Equal("new", Assert.Single(difference.ByPackage()).Change.Name);
        var added = Assert.Single(difference.Sets, set => set.Old is null);
        Assert.Equal(2, added.Packages.Length);
        Assert.Equal((0, 17), (added.OldBytes, added.NewBytes));
    }

    [Fact]
    public void Keeps_architectures_of_one_name_apart()
    {
        var both = LockOf.Sets("x => a_1 b_1");
        var foreign = both.Packages["a_1_amd64"] with { Architecture = "i386", Sha256 = new string('c', 64) };
        both = both with
        {
            Packages = both.Packages.Add(foreign.Id, foreign),
            Sets = [both.Sets[0] with { Packages = [foreign.Id, .. both.Sets[0].Packages] }],
        };
        var without = CompareLocks.Run(both, LockOf.Sets("x => a_2 b_1")).Sets[0].Packages;
        Assert.Equal(["Upgraded amd64", "Removed i386"], without.Select(change => $"{change.Kind} {change.Old!.Architecture}"));
    }

    [Fact]
    public void A_newer_epoch_alone_is_a_difference()
    {
        var old = LockOf.Sets("a => a_1");
        Assert.False(CompareLocks.Run(old, old with { Epoch = old.Epoch + 1 }).IsSame);
    }

    private static string Line(SetChange set) =>
        $"{Text(set.Old)} → {Text(set.New)}: {string.Join(", ", set.Packages.Select(change => $"{change.Kind} {change.Name}"))}";

    private static string Text(LockedSet? set) => set is null ? "none" : string.Join(' ', set.Request);
}
