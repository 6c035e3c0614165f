// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Tests;

public sealed class DebianVersionsTests
{
    [Theory]
    [InlineData("1.0", "1.1")]
    [InlineData("1.9", "1.10")]
    [InlineData("1.0", "1.0.1")]
    [InlineData("1.0~rc1", "1.0")]
    [InlineData("1.0~~", "1.0~")]
    [InlineData("1.0", "1.0+b1")]
    [InlineData("1.0a", "1.0+")]
    [InlineData("1.0-1", "1.0-1+deb13u1")]
    [InlineData("1.0-1~deb13u1", "1.0-1")]
    [InlineData("2.0", "1:0.1")]
    [InlineData("1.0-2", "1.0.1-1")]
    [InlineData("1-2-3", "1-3-1")]
    [InlineData("257.9-1~deb13u1", "257.13-1~deb13u1")]
    [InlineData("3.5.7-1~deb13u3", "3.5.9-1~deb13u1")]
    [InlineData("1:4.16.0-2+really2.41.5-0+deb13u1", "1:4.16.0-2+really2.41.5-0+deb13u2")]
    public void Orders_versions_as_Debian_does(string older, string newer)
    {
        Assert.True(DebianVersions.Compare(older, newer) < 0);
        Assert.True(DebianVersions.Compare(newer, older) > 0);
    }

    [Theory]
    [InlineData("1.0-1", "1.0-1")]
    [InlineData("1.0", "1.0-0")]
    [InlineData("0:1.0", "1.0")]
    [InlineData("1.007", "1.7")]
    public void Ranks_the_same(string a, string b) => Assert.Equal(0, DebianVersions.Compare(a, b));
}
