// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Definitions;

public class NearNamesTests
{
    [Theory]
    [InlineData("vm-debgu", "vm-debug")]
    [InlineData("vm-debg", "vm-debug")]
    [InlineData("wm-release", "vm-release")]
    public void Finds_what_was_meant(string typed, string meant) =>
        Assert.Equal([meant], NearNames.Of(typed, ["vm-debug", "vm-release", "jetson-orin-agx-debug"]));

    [Fact]
    public void Puts_the_nearest_first() =>
        Assert.Equal(["x1-gen11-debug", "x1-gen10-debug"], NearNames.Of("x1-gen11-debu", ["x1-gen10-debug", "x1-gen11-debug"]));

    [Fact]
    public void Finds_nothing_far_away() => Assert.Empty(NearNames.Of("vm-debug", ["jetson-orin-agx-release"]));
}
