// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Definitions.Compiling;

public sealed class RunCompiledTests : IDisposable
{
    private const string Project = "#:project ../modules/Ghaf.Modules.csproj\n";
    private readonly ScratchFolder _scratch = new();
    private readonly Checkout _checkout;

    public RunCompiledTests()
    {
        _scratch.Write("modules/Ghaf.Modules.csproj", "");
        _checkout = new Checkout(_scratch.Path);
    }

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(Project)]
    [InlineData("#:project ../modules\n")]
    [InlineData("#!/usr/bin/env -S dotnet --\n// A comment\n" + Project + "#:property PublishAot=false\n")]
    [InlineData(Project + "#:project ../modules\n")]
    [InlineData(Project + "#:package Some.Package@1.0.0\n")]
    [InlineData("#:package Some.Package@1.0.0\n#:property PublishAot=false\n")]
    public void Understands(string text) => Assert.True(RunCompiled.Understands(_checkout, Definition(text)));

    [Theory]
    [InlineData("")]
    [InlineData("#:project ../missing/Missing.csproj\n")]
    [InlineData("#:package Some.Package@1.0.0\n#:property LangVersion=preview\n")]
    [InlineData(Project + "#:property LangVersion=preview\n")]
    [InlineData(Project + "#:sdk Microsoft.NET.Sdk.Web\n")]
    [InlineData(Project + "#:include other.cs\n")]
    public void Leaves_to_the_SDK(string text) => Assert.False(RunCompiled.Understands(_checkout, Definition(text)));

    [Fact]
    public void Leaves_a_folder_with_settings_of_its_own_to_the_SDK()
    {
        var definition = Definition(Project);
        _scratch.Write("devices/Directory.Build.props", "<Project />");
        Assert.False(RunCompiled.Understands(_checkout, definition));
    }

    [Theory]
    [InlineData(true, 1, 0)]
    [InlineData(false, 0, 1)]
    public async Task Only_what_is_understood_goes_the_quick_way(bool understood, int quickly, int generally)
    {
        var quick = new FakeRun(new() { ["vm"] = "" });
        var general = new FakeRun(new() { ["vm"] = "" });
        var run = new RunSomehow(_ => understood, quick, general);
        await run.RunAsync(Definition(Project), TestContext.Current.CancellationToken);
        Assert.Equal((quickly, generally), (quick.Asked.Count, general.Asked.Count));
    }

    private DefinitionSource Definition(string text)
    {
        _scratch.Write("devices/vm.cs", text);
        return DefinitionSource.Read(_checkout, "vm");
    }
}
