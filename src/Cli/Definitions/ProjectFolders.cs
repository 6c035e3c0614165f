// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Cli;

/// <summary>Which folders hold the sources of a project: its own and those of the projects that it refers to.</summary>
internal static partial class ProjectFolders
{
    private static readonly string[] Patterns = ["*.cs", "*.csproj"];

    /// <param name="projects">Paths of .csproj files; those that do not exist are left out.</param>
    /// <returns>Full paths, each once, in no order.</returns>
    public static IEnumerable<string> SourcesOf(IEnumerable<string> projects) =>
        Of(projects).SelectMany(folder => Patterns
            .SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))).Distinct();

    private static HashSet<string> Of(IEnumerable<string> projects)
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
