// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Definitions;

public class TargetNameTests
{
    [Theory]
    [InlineData("vm-debug")]
    [InlineData("lenovo-x1-carbon-gen11-headless-debug")]
    [InlineData("generic-x86_64-debug")]
    [InlineData("vm")]
    public void Accepts_a_name(string text) => Assert.Equal(text, TargetName.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("vm-")]
    [InlineData("-debug")]
    [InlineData("../vm-debug")]
    [InlineData("..")]
    [InlineData("vm debug")]
    [InlineData("VM-debug")]
    [InlineData("vm-debug\n")]
    public void Rejects_what_is_not_one(string text) =>
        Assert.Equal($"“{text}” is not a target.", Assert.Throws<TargetUnknownException>(() => TargetName.Parse(text)).What);

    [Fact]
    public void Asks_the_longest_definition_that_begins_it_first() => Assert.Equal(
        ["x1-gen11", "x1", "a", "x1-gen1"],
        TargetName.Parse("x1-gen11-headless-debug").OrderOf(["a", "x1", "x1-gen1", "x1-gen11"]));
}
