// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Definitions;

public class TargetNameTests
{
    [Theory]
    [InlineData("vm-debug", "vm", "debug")]
    [InlineData("lenovo-x1-carbon-gen11-release", "lenovo-x1-carbon-gen11", "release")]
    [InlineData("generic-x86_64-debug", "generic-x86_64", "debug")]
    public void Accepts_a_device_and_its_profile(string text, string device, string profile)
    {
        var target = TargetName.Parse(text);
        Assert.Equal(new TargetName(device, profile), target);
        Assert.Equal(text, target.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("vm")]
    [InlineData("vm-")]
    [InlineData("-debug")]
    [InlineData("../vm-debug")]
    [InlineData("vm debug")]
    [InlineData("VM-debug")]
    public void Rejects_what_is_not_one(string text) =>
        Assert.Equal($"“{text}” is not a target.", Assert.Throws<TargetUnknownException>(() => TargetName.Parse(text)).What);
}
