// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Output;

public class LogFileTests
{
    [Theory]
    [InlineData("/var/state", "/var/state/ghaf/log")]
    [InlineData("relative", "/home/me/.local/state/ghaf/log")]
    [InlineData(null, "/home/me/.local/state/ghaf/log")]
    public void Lies_where_the_XDG_specification_says(string? stateHome, string expected) =>
        Assert.Equal(expected, LogFile.Choose(stateHome, "/home/me"));

    [Fact]
    public void Never_fails_where_nothing_can_be_written() => new LogFile("/proc/none/log", TimeProvider.System).Write("lost");
}
