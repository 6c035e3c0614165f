// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json;

namespace Ghaf.Cli;

/// <summary>What <c>dotnet build -getProperty:… -getItem:…</c> prints.</summary>
internal sealed record BuiltValues(
    Dictionary<string, string> Properties, Dictionary<string, ImmutableArray<Dictionary<string, string>>> Items)
{
    public static ImmutableArray<string> AskedProperties { get; } =
    [
        "TargetPath", "TargetFramework", "RoslynTargetsPath", "DOTNET_HOST_PATH", "LangVersion", "Nullable", "PathMap",
        "DefineConstants", "NoWarn", "WarningLevel", "TreatWarningsAsErrors", "InvariantGlobalization",
    ];

    public static ImmutableArray<string> AskedItems { get; } = ["Using", "ReferencePathWithRefAssemblies", "ReferenceCopyLocalPaths"];

    /// <exception cref="JsonException">MSBuild printed something else.</exception>
    public static BuiltValues Read(string output) =>
        JsonSerializer.Deserialize(output, CompiledProjectJson.Default.BuiltValues) ?? throw new JsonException("It is empty.");

    /// <param name="key">Stands for the sources that were built.</param>
    public CompiledProject ToProject(string key) => new()
    {
        Key = key,
        DotNet = Of("DOTNET_HOST_PATH"),
        Compiler = Path.GetFullPath(Path.Combine(Of("RoslynTargetsPath"), "bincore", "csc.dll")),
        Options =
        [
            $"-langversion:{Of("LangVersion")}", $"-nullable:{Of("Nullable")}", $"-pathmap:{Of("PathMap")}",
            $"-define:{Of("DefineConstants")}", $"-nowarn:{Of("NoWarn")}", $"-warn:{Of("WarningLevel")}",
            Of("TreatWarningsAsErrors") == "true" ? "-warnaserror+" : "-warnaserror-",
        ],
        References = [.. Identities("ReferencePathWithRefAssemblies"), Of("TargetPath")],
        Libraries = [Of("TargetPath"), .. Identities("ReferenceCopyLocalPaths")],
        PackageFolders = [.. Items["ReferenceCopyLocalPaths"].Select(PackageFolderOf).OfType<string>().Distinct()],
        Usings = [.. Items["Using"].Select(UsingOf)],
        Framework = Of("TargetFramework"),
        InvariantGlobalization = Of("InvariantGlobalization") == "true",
    };

    private static string UsingOf(Dictionary<string, string> item) =>
        "global using "
        + (item.GetValueOrDefault("Static") == "true" ? "static " : "")
        + (item.GetValueOrDefault("Alias") is { Length: > 0 } alias ? alias + " = " : "")
        + $"global::{item["Identity"]};";

    // /root/.nuget/packages/ghaf.modules/0.1.0/lib/net10.0/Ghaf.Modules.dll is lib/net10.0/Ghaf.Modules.dll in its package.
    private static string? PackageFolderOf(Dictionary<string, string> item) =>
        item.GetValueOrDefault("PathInPackage") is { Length: > 0 } path && item["Identity"].EndsWith("/" + path, StringComparison.Ordinal)
            ? item["Identity"][..^(path.Length + 1)]
            : null;

    private string Of(string property) => Properties.GetValueOrDefault(property, "");

    private IEnumerable<string> Identities(string item) => Items[item].Select(values => values["Identity"]);
}
