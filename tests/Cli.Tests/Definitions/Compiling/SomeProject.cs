// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Ghaf.Cli.Tests.Definitions.Compiling;

/// <summary>What MSBuild said about a small project.</summary>
internal static class SomeProject
{
    public static string Output { get; } = JsonSerializer.Serialize(new
    {
        Properties = new Dictionary<string, string>
        {
            ["TargetPath"] = "/w/artifacts/definitions/bin/Ghaf.Modules/debug/Ghaf.Modules.dll",
            ["TargetFramework"] = "net10.0",
            ["RoslynTargetsPath"] = "/sdk/Sdks/Microsoft.NET.Sdk/targets/../../../Roslyn",
            ["DOTNET_HOST_PATH"] = "/usr/bin/dotnet",
            ["LangVersion"] = "14",
            ["Nullable"] = "enable",
            ["PathMap"] = "/w/=/ghaf/",
            ["DefineConstants"] = "TRACE;DEBUG",
            ["NoWarn"] = "1701;1702",
            ["WarningLevel"] = "10",
            ["TreatWarningsAsErrors"] = "true",
            ["InvariantGlobalization"] = "true",
        },
        Items = new Dictionary<string, Dictionary<string, string>[]>
        {
            ["Using"] =
            [
                new() { ["Identity"] = "System.Linq" },
                new() { ["Identity"] = "System.Math", ["Static"] = "true" },
                new() { ["Identity"] = "System.Text", ["Alias"] = "T" },
            ],
            ["ReferencePathWithRefAssemblies"] =
                [new() { ["Identity"] = "/packs/System.Runtime.dll" }, new() { ["Identity"] = "/w/obj/ref/Ghaf.Model.dll" }],
            ["ReferenceCopyLocalPaths"] =
            [
                new() { ["Identity"] = "/w/bin/Ghaf.Model.dll" },
                new() { ["Identity"] = "/nuget/acme/1.0.0/lib/net10.0/Acme.dll", ["PathInPackage"] = "lib/net10.0/Acme.dll" },
            ],
        },
    });

    public static CompiledProject Built { get; } = BuiltValues.Read(Output).ToProject("key");
}
