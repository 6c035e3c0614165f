// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest.Units;

namespace Ghaf.Guest.Tests;

public class UnitNameTests
{
    [Theory]
    [InlineData("dnsmasq.service")]
    [InlineData("getty@tty1.service")]
    [InlineData("dev-disk-by\\x2dlabel-root.device")]
    [InlineData("multi-user.target")]
    public void Accepts_(string name) => Assert.True(UnitName.IsValid(name));

    [Theory]
    [InlineData("")]
    [InlineData("dnsmasq")]
    [InlineData(".service")]
    [InlineData("--help.service")]
    [InlineData("*.service")]
    [InlineData("a b.service")]
    [InlineData("a.service\n")]
    [InlineData("../a.service")]
    [InlineData("a.exe")]
    public void Rejects_(string name) => Assert.False(UnitName.IsValid(name));

    [Fact]
    public void Accepts_as_long_as_it_may_be_and_rejects_longer()
    {
        Assert.True(UnitName.IsValid(new string('a', 247) + ".service"));
        Assert.False(UnitName.IsValid(new string('a', 248) + ".service"));
    }
}
