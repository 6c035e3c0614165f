// SPDX-License-Identifier: Apache-2.0
using System.Xml.Linq;

namespace Ghaf.Cli.Tests.Definitions.Compiling;

public sealed class DefinitionProjectTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Is_the_only_project_that_the_definition_refers_to()
    {
        _scratch.Write("modules/Modules.csproj", "");
        Assert.Equal(_scratch.File("modules/Modules.csproj"), Of("#:project ../modules\n"));
    }

    [Fact]
    public void Is_written_of_packages_and_projects()
    {
        _scratch.Write("modules/Modules.csproj", "");
        var project = XDocument.Load(Of("#:package Acme.Sensors@1.0.0\n#:package Acme.Other\n#:project ../modules\n"));
        Assert.Equal(
            [("Acme.Sensors", "1.0.0"), ("Acme.Other", null)],
            project.Descendants("PackageReference").Select(p => (p.Attribute("Include")!.Value, p.Attribute("Version")?.Value)));
        Assert.Equal(
            [_scratch.File("modules/Modules.csproj")], project.Descendants("ProjectReference").Select(p => p.Attribute("Include")!.Value));
    }

    private string Of(string text)
    {
        _scratch.Write("devices/vm.cs", text);
        var checkout = new Checkout(_scratch.Path);
        return DefinitionProject.Of(checkout, DefinitionSource.Read(checkout, "vm"));
    }
}
