// SPDX-License-Identifier: Apache-2.0
using Ghaf.Runners.Units;

namespace Ghaf.Runners.Tests;

public class UnitTextTests
{
    [Theory]
    [InlineData("plain,a=b", "plain,a=b")]
    [InlineData("two words", "\"two words\"")]
    [InlineData("100%", "100%%")]
    [InlineData("$HOME", "$$HOME")]
    [InlineData("say \"x\"", "\"say \\\"x\\\"\"")]
    [InlineData("a\\b", "a\\\\b")]
    [InlineData("", "\"\"")]
    public void Quotes_what_systemd_would_read_in_its_own_way(string argument, string quoted) =>
        Assert.Equal(quoted, UnitText.Argument(argument));
}
