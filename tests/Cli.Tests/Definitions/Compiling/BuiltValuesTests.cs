// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Ghaf.Cli.Tests.Definitions.Compiling;

public class BuiltValuesTests
{
    [Fact]
    public void Makes_implicit_usings_of_every_kind() => Assert.Equal(
        ["global using global::System.Linq;", "global using static global::System.Math;", "global using T = global::System.Text;"],
        SomeProject.Built.Usings);

    [Fact]
    public void Puts_the_projects_own_assembly_beside_the_program() => Assert.Equal(
        ["/w/artifacts/definitions/bin/Ghaf.Modules/debug/Ghaf.Modules.dll", "/w/bin/Ghaf.Model.dll", "/nuget/acme/1.0.0/lib/net10.0/Acme.dll"],
        SomeProject.Built.Libraries);

    [Fact]
    public void Knows_where_the_packages_are() => Assert.Equal(["/nuget/acme/1.0.0"], SomeProject.Built.PackageFolders);

    [Fact]
    public void Rejects_what_is_not_JSON() => Assert.Throws<JsonException>(() => BuiltValues.Read("MSBuild version 18"));
}
