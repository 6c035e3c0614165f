// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Tests.Definitions;

public sealed class DefinitionKeyTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly Checkout _checkout;

    public DefinitionKeyTests()
    {
        _scratch.Write("devices/vm.cs", "#:project ../modules/Ghaf.Modules.csproj\nvm");
        _scratch.Write("devices/other.cs", "#:project ../modules\nother");
        _scratch.Write("modules/Ghaf.Modules.csproj", """<ProjectReference Include="../src/Model/Ghaf.Model.csproj" />""");
        _scratch.Write("modules/Reference.cs", "reference");
        _scratch.Write("src/Model/Ghaf.Model.csproj", "");
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
    [InlineData("modules/Directory.Build.targets")]
    [InlineData("src/Model/Plan.cs")]
    [InlineData("Directory.Build.props")]
    [InlineData("devices/Directory.Build.props")]
    [InlineData("global.json")]
    public void Changes_with_what_a_definition_is_made_of(string file)
    {
        var before = Key("vm");
        _scratch.Write(file, "#:project ../modules/Ghaf.Modules.csproj\nchanged");
        Assert.NotEqual(before, Key("vm"));
    }

    [Theory]
    [InlineData("devices/other.cs")]
    [InlineData("src/Cli/Program.cs")]
    [InlineData("modules/files/static")]
    [InlineData("README.md")]
    public void Stays_when_anything_else_changes(string file)
    {
        var before = Key("vm");
        _scratch.Write(file, "changed");
        Assert.Equal(before, Key("vm"));
    }

    [Fact]
    public void Follows_a_project_that_is_named_by_its_folder()
    {
        var before = Key("other");
        _scratch.Write("src/Model/Plan.cs", "changed");
        Assert.NotEqual(before, Key("other"));
    }

    [Fact]
    public void The_code_behind_definitions_stays_the_same_when_one_is_edited()
    {
        var before = OfProjects("vm");
        _scratch.Write("devices/vm.cs", "#:project ../modules/Ghaf.Modules.csproj\nchanged");
        Assert.Equal(before, OfProjects("vm"));
        Assert.Equal(before, OfProjects("other"));
        _scratch.Write("modules/Reference.cs", "changed");
        Assert.NotEqual(before, OfProjects("vm"));
    }

    [Fact]
    public void Follows_the_version_of_a_package()
    {
        Restore("1.0.0", "one");
        Restore("1.0.1", "one");
        _scratch.Write("devices/vm.cs", "#:package Acme.Sensors@1.0.0\n");
        var before = (Key("vm"), OfProjects("vm"));
        Assert.Equal(before, (Key("vm"), OfProjects("vm")));
        _scratch.Write("devices/vm.cs", "#:package Acme.Sensors@1.0.1\n");
        Assert.NotEqual(before.Item1, Key("vm"));
        Assert.NotEqual(before.Item2, OfProjects("vm"));
    }

    [Fact]
    public void Follows_the_content_of_a_package_that_is_packed_again_with_the_same_version()
    {
        Restore("1.0.0", "one");
        _scratch.Write("devices/vm.cs", "#:package Acme.Sensors@1.0.0\n");
        var before = (Key("vm"), OfProjects("vm"));
        Restore("1.0.0", "other");
        Assert.NotEqual(before.Item1, Key("vm"));
        Assert.NotEqual(before.Item2, OfProjects("vm"));
    }

    [Fact]
    public void Never_stays_for_a_package_that_is_not_here_yet()
    {
        _scratch.Write("devices/vm.cs", "#:package Acme.Sensors@1.0.0\n");
        Assert.NotEqual(Key("vm"), Key("vm"));
    }

    [Fact]
    public void Never_stays_for_whatever_version_a_package_has_today()
    {
        _scratch.Write("devices/vm.cs", "#:package Acme.Sensors@1.*\n");
        Assert.NotEqual(Key("vm"), Key("vm"));
    }

    [Theory]
    [InlineData("modules/obj/project.props")]
    [InlineData("modules/bin/Debug/Generated.cs")]
    public void Stays_when_somebody_builds_the_project(string file)
    {
        var before = Key("vm");
        _scratch.Write(file, "built");
        Assert.Equal(before, Key("vm"));
    }

    [Fact]
    public void Never_stays_for_a_definition_of_files_that_we_do_not_know()
    {
        _scratch.Write("devices/vm.cs", "#:include more.cs\n");
        Assert.NotEqual(Key("vm"), Key("vm"));
    }

    private Sha256 Key(string device) => DefinitionKey.Of(_checkout, DefinitionSource.Read(_checkout, device), _scratch.File("nuget"));

    private Sha256 OfProjects(string device) => DefinitionKey.OfProjects(_checkout, DefinitionSource.Read(_checkout, device), _scratch.File("nuget"));

    private void Restore(string version, string content) =>
        _scratch.Write($"nuget/acme.sensors/{version}/acme.sensors.{version}.nupkg.sha512", content);
}
