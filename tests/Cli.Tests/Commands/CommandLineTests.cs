// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli.Tests.Commands;

public class CommandLineTests
{
    [Theory]
    [InlineData("frobnicate", "'frobnicate'")]
    [InlineData("plan", "TARGET")]
    [InlineData("plan vm-debug --format yaml", "“yaml” is no format; there are text and json.")]
    [InlineData("run vm-debug --boot-limit 0", "The boot limit has to be at least one second.")]
    [InlineData("lock vm-debug update", "The targets come last: ghaf lock update TARGET")]
    [InlineData("store gc --days -1", "The days cannot be fewer than 0.")]
    public async Task Rejects_a_command_line_and_says_what_is_wrong(string line, string said)
    {
        using var run = new SessionFor();
        Assert.Equal((int)ExitCode.Usage, await CommandLine.RunAsync(line.Split(' '), run.Session));
        Assert.Contains(said, run.Error.ToString());
        Assert.Contains("`ghaf --help` lists the commands", run.Error.ToString());
        Assert.Empty(run.Output.ToString());
    }
}
