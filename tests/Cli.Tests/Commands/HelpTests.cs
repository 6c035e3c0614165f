// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text;

namespace Ghaf.Cli.Tests.Commands;

public class HelpTests
{
    [Fact]
    public void Every_command_explains_itself_as_in_the_file()
    {
        using var run = new SessionFor();
        var all = new StringBuilder();
        Append(CommandLine.Create(run.Session), "ghaf", all);
        Golden.Matches("tests/Cli.Tests/Commands/help.txt", all.ToString());
    }

    [Theory]
    [InlineData("run", "--help")]
    [InlineData("vm", "restart", "-h")]
    public async Task Help_needs_no_arguments(params string[] words)
    {
        using var run = new SessionFor();
        Assert.Equal(0, await CommandLine.RunAsync(words, run.Session));
        Assert.Contains("Usage:", run.Output.ToString());
    }

    private static void Append(Command command, string path, StringBuilder all)
    {
        var output = new StringWriter();
        var words = path.Split(' ').Skip(1).Append("--help").ToArray();
        using var run = new SessionFor();
        CommandLine.Create(run.Session).Parse(words).Invoke(new InvocationConfiguration { Output = output });

        // The root is called by the program's name, which is that of the tests here.
        var text = output.ToString().Replace(RootCommand.ExecutableName, "ghaf");
        all.Append($"$ {path} --help\n{text.TrimEnd()}\n\n");
        foreach (var child in command.Subcommands)
        {
            Append(child, $"{path} {child.Name}", all);
        }
    }
}
