// SPDX-License-Identifier: Apache-2.0
using System.Security;

namespace Ghaf.Cli;

/// <summary>
/// The project that MSBuild builds before a definition is compiled: the only one that it refers to, or one that we write of
/// its lines <c>#:project</c> and <c>#:package</c>.
/// </summary>
internal static class DefinitionProject
{
    /// <returns>The path of a .csproj, which exists unless the definition names one that does not.</returns>
    public static string Of(Checkout checkout, DefinitionSource definition)
    {
        if (definition is { Packages: [], Projects: [var only] })
        {
            return only;
        }

        var file = Path.Combine(
            checkout.Artifacts, "definitions", "projects", definition.Device, definition.Device + ".parts.csproj");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, TextFor(definition));
        return file;
    }

    // The properties are those that the SDK has for a file without a project.
    private static string TextFor(DefinitionSource definition) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net{Environment.Version.Major}.{Environment.Version.Minor}</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <InvariantGlobalization>true</InvariantGlobalization>
            <EnableDefaultItems>false</EnableDefaultItems>
          </PropertyGroup>
          <ItemGroup>
            {string.Join("\n    ", [.. definition.Projects.Select(ProjectLine), .. definition.Packages.Select(PackageLine)])}
          </ItemGroup>
        </Project>

        """;

    private static string ProjectLine(string project) => $"""<ProjectReference Include="{SecurityElement.Escape(project)}" />""";

    // Without a version it is for Directory.Packages.props to say.
    private static string PackageLine((string Name, string? Version) package) =>
        $"""<PackageReference Include="{SecurityElement.Escape(package.Name)}" """
        + (package.Version is null ? "/>" : $"""Version="{SecurityElement.Escape(package.Version)}" />""");
}
