// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Definitions;

public class DefinitionSourceTests
{
    [Fact]
    public void Reads_how_it_is_to_be_compiled()
    {
        var source = new DefinitionSource(
            "vm",
            "/w/devices/vm.cs",
            "#!/usr/bin/env -S dotnet --\n#:project ../modules/Ghaf.Modules.csproj\r\n#:property PublishAot=false\nreturn 0;\n");
        Assert.Equal([("project", "../modules/Ghaf.Modules.csproj"), ("property", "PublishAot=false")], source.Directives);
        Assert.Equal(["/w/modules/Ghaf.Modules.csproj"], source.Projects);
        Assert.Equal("devices/vm.cs", source.Shown);
    }
}
