// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Definitions;

public sealed class DefinitionKeyTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly Checkout _checkout;

    public DefinitionKeyTests()
    {
        _scratch.Write("devices/vm.cs", "vm");
        _scratch.Write("devices/other.cs", "other");
        _scratch.Write("modules/Reference.cs", "reference");
        _scratch.Write("src/Model/Plan.cs", "plan");
        _scratch.Write("src/Cli/Program.cs", "program");
        _scratch.Write("Directory.Build.props", "props");
        _scratch.Write("global.json", "{}");
        _checkout = new Checkout(_scratch.Path);
    }

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("devices/vm.cs")]
    [InlineData("modules/Reference.cs")]
    [InlineData("modules/Deep/New.cs")]
    [InlineData("src/Model/Plan.cs")]
    [InlineData("Directory.Build.props")]
    [InlineData("global.json")]
    public void Changes_with_what_a_definition_is_made_of(string file)
    {
        var before = DefinitionKey.Of(_checkout, "vm", "debug");
        _scratch.Write(file, "changed");
        Assert.NotEqual(before, DefinitionKey.Of(_checkout, "vm", "debug"));
    }

    [Theory]
    [InlineData("devices/other.cs")]
    [InlineData("src/Cli/Program.cs")]
    [InlineData("README.md")]
    public void Stays_when_anything_else_changes(string file)
    {
        var before = DefinitionKey.Of(_checkout, "vm", "debug");
        _scratch.Write(file, "changed");
        Assert.Equal(before, DefinitionKey.Of(_checkout, "vm", "debug"));
    }

    [Fact]
    public void Is_another_for_another_question() =>
        Assert.NotEqual(DefinitionKey.Of(_checkout, "vm", "debug"), DefinitionKey.Of(_checkout, "vm", "release"));
}
