// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Cli;

/// <summary>Which folders hold the sources of a project: its own and those of the projects that it refers to.</summary>
internal static partial class ProjectFolders
{
    private static readonly string[] Patterns = ["*.cs", "*.csproj", "*.props", "*.targets"];

    /// <param name="projects">Paths of .csproj files; those that do not exist are left out.</param>
    /// <returns>Full paths, each once, in no order.</returns>
    public static IEnumerable<string> SourcesOf(IEnumerable<string> projects) =>
        Of(projects).SelectMany(folder => Patterns
            .SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
            .Where(file => !IsBuilt(Path.GetRelativePath(folder, file)))).Distinct();

    /// <summary>Whether any of these projects, or of those that they refer to, refers to a package.</summary>
    public static bool ReferToPackages(IEnumerable<string> projects) => SourcesOf(projects)
        .Any(file => file.EndsWith(".csproj", StringComparison.Ordinal)
            && File.ReadAllText(file).Contains("<PackageReference", StringComparison.Ordinal));

    // What somebody's own `dotnet build` left there.
    private static bool IsBuilt(string path) =>
        path.StartsWith("obj/", StringComparison.Ordinal) || path.StartsWith("bin/", StringComparison.Ordinal);

    /// <summary>The folders of these projects and of those that they refer to.</summary>
    public static HashSet<string> Of(IEnumerable<string> projects)
    {
        var waiting = new Queue<string>(projects);
        var seen = new HashSet<string>();
        var folders = new HashSet<string>();
        while (waiting.TryDequeue(out var project))
        {
            if (!seen.Add(project) || !File.Exists(project))
            {
                continue;
            }

            var folder = Path.GetDirectoryName(project)!;
            folders.Add(folder);
            foreach (Match reference in Reference().Matches(File.ReadAllText(project)))
            {
                waiting.Enqueue(Path.GetFullPath(reference.Groups["path"].Value.Replace('\\', '/'), folder));
            }
        }

        return folders;
    }

    [GeneratedRegex("<ProjectReference[^>]* Include=\"(?<path>[^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
