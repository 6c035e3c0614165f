// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Repository.Tests;

public class LockGuideTests
{
    private const string Guide = "docs/guides/lock.md";

    [Theory]
    [InlineData("tests/Cli.Tests/Locking/diff.txt")]
    [InlineData("tests/Cli.Tests/Locking/verify.txt")]
    public void Outputs_in_the_guide_are_those_that_are_tested(string golden) =>
        Assert.Contains($"```\n{Checkout.Read(golden)}```\n", Checkout.Read(Guide));

    [Fact]
    public void Every_command_of_the_group_is_in_the_guide()
    {
        var commands = Checkout.Read("tests/Cli.Tests/Commands/help.txt").Split('\n')
            .Where(line => line.StartsWith("$ ghaf lock", StringComparison.Ordinal))
            .Select(line => line["$ ".Length..^" --help".Length])
            .ToList();
        Assert.Equal(4, commands.Count);
        Assert.All(commands, command => Assert.Contains($"| `{command} [", Checkout.Read(Guide)));
    }
}
