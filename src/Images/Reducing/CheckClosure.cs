// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>
/// Proves that a root has all that is needed in it: libraries of programs, interpreters of scripts, programs of units and
/// of device rules, targets of links; and that no program in it gives rights to whoever runs it.
/// </summary>
internal static class CheckClosure
{
    /// <summary>Raise it when it finds more.</summary>
    public const int Revision = 1;

    private const int Executable = 0b001_001_001;
    private const int SetIds = 0b110_000_000_000;

    /// <exception cref="RootNotClosedException">With every fault.</exception>
    public static void Run(string system, RootTree tree)
    {
        var faults = Faults(tree).Order(StringComparer.Ordinal).ToList();
        if (faults.Count > 0)
        {
            throw new RootNotClosedException(system, faults);
        }
    }

    private static IEnumerable<string> Faults(RootTree tree)
    {
        var libraries = new LibraryPaths(tree);
        foreach (var (path, entry) in tree.Entries)
        {
            var faults = entry.Kind switch
            {
                RootEntryKind.Link => OfLink(tree, path, entry.Target!),
                RootEntryKind.File when ElfFile.Read(entry.Content) is { } program => OfProgram(tree, libraries, path, program),
                RootEntryKind.File when (entry.Mode & Executable) != 0 => OfScript(tree, path, entry.Content),
                _ => [],
            };
            foreach (var fault in faults)
            {
                yield return fault;
            }

            if (entry.Kind == RootEntryKind.File && (entry.Mode & SetIds) != 0)
            {
                yield return $"/{path}: runs with other rights than its caller's (set-user-id or set-group-id)";
            }
        }

        foreach (var (file, program) in UnitPrograms.In(tree).Concat(RulePrograms.In(tree)))
        {
            if (tree.Resolve(program) is null)
            {
                yield return $"/{file}: starts {program}, which is not there";
            }
        }
    }

    private static IEnumerable<string> OfLink(RootTree tree, string path, string target) =>
        TreeLinks.TargetOf(path, target) is null || tree.Resolve(path) is not null
            ? []
            : [$"/{path}: leads to {target}, which is not there"];

    private static IEnumerable<string> OfProgram(RootTree tree, LibraryPaths libraries, string path, ElfFile program)
    {
        if (program.Interpreter is { } interpreter && tree.Resolve(interpreter) is null)
        {
            yield return $"/{path}: is loaded by {interpreter}, which is not there";
        }

        var required = program.Opened.Where(o => o.Priority == "required").Select(o => o.Names[0]);
        foreach (var name in program.Needed.Concat(required).Where(name => libraries.Find(name, path, program) is null))
        {
            yield return $"/{path}: needs the library {name}, which is not there";
        }
    }

    // #!/bin/sh -e
    private static IEnumerable<string> OfScript(RootTree tree, string path, FileContent content)
    {
        using var reader = new StreamReader(content.Open());
        var start = new char[256];
        var line = new string(start, 0, reader.ReadBlock(start)).Split('\n')[0];
        var interpreter = line.StartsWith("#!", StringComparison.Ordinal) ? line[2..].Trim().Split(' ', '\t')[0] : null;
        return interpreter is null || tree.Resolve(interpreter) is not null
            ? []
            : [$"/{path}: is a script for {interpreter}, which is not there"];
    }
}
