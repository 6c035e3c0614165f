// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ghaf.Cli;

/// <summary>The file of a definition, and what it says about how it is to be compiled.</summary>
/// <param name="Device">The file's name without its ending.</param>
/// <param name="File">Its full path.</param>
/// <param name="Text">Its content.</param>
internal sealed partial record DefinitionSource(string Device, string File, string Text)
{
    /// <summary>The file relative to the checkout, for people.</summary>
    public string Shown => $"devices/{Device}.cs";

    /// <summary>The lines <c>#:project ../modules</c>, as kind and value.</summary>
    public ImmutableArray<(string Kind, string Value)> Directives { get; } =
        [.. Directive().Matches(Text).Select(m => (m.Groups["kind"].Value, m.Groups["value"].Value.Trim()))];

    /// <summary>
    /// Whether it may consist of more than we know, such as the files of <c>#:include</c> or the latest version of a package.
    /// </summary>
    public bool MayHaveMoreFiles =>
        !Directives.All(d => d.Kind is "project" or "property" or "package" or "sdk")
        || Packages.Any(package => package.Version?.Contains('*', StringComparison.Ordinal) == true);

    /// <summary>The full paths of the projects that it refers to; they need not exist.</summary>
    public ImmutableArray<string> Projects =>
    [
        .. Directives.Where(d => d.Kind == "project")
            .Select(d => ProjectAt(Path.GetFullPath(d.Value, Path.GetDirectoryName(File)!))),
    ];

    /// <summary>The lines <c>#:package Name@Version</c>.</summary>
    public ImmutableArray<(string Name, string? Version)> Packages =>
    [
        .. Directives.Where(d => d.Kind == "package").Select(d => d.Value.Split('@', 2))
            .Select(parts => (parts[0], parts.Length > 1 ? parts[1] : null)),
    ];

    public static DefinitionSource Read(Checkout checkout, string device)
    {
        var file = checkout.DefinitionOf(device);
        return new DefinitionSource(device, file, System.IO.File.ReadAllText(file));
    }

    private static string ProjectAt(string path) =>
        Directory.Exists(path) && Directory.GetFiles(path, "*.csproj") is [var only] ? only : path;

    [GeneratedRegex(@"^#:(?<kind>\S+)[ \t]*(?<value>[^\r\n]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Directive();
}
