// SPDX-License-Identifier: Apache-2.0

namespace Ghaf.Images;

/// <summary>
/// Takes out of a configured root what the definition does not keep: first what it names is kept, then what the links among that
/// lead to and the libraries that it loads, then the licences of all these.
/// </summary>
internal sealed class ReduceRoot
{
    /// <summary>Raise it when another rule keeps other files.</summary>
    public const int Revision = 1;

    private const int SetIds = 0b110_000_000_000;

    private static readonly string[] MergedFolders = ["bin", "sbin", "lib", "lib64"];

    private readonly RootTree _tree;
    private readonly LibraryPaths _libraries;
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly Queue<string> _open = new();

    private ReduceRoot(RootTree tree)
    {
        _tree = tree;
        _libraries = new LibraryPaths(tree);
    }

    /// <param name="tree">A composed root with its owners marked. It is changed.</param>
    /// <param name="keptFiles">See <see cref="KeptPattern"/>.</param>
    /// <param name="packages">Those that the definition asks for: of each something has to be kept.</param>
    /// <exception cref="KeptFilesException">Something that is named is not there, or nothing of a package is kept.</exception>
    public static void Run(RootTree tree, IEnumerable<string> keptFiles, IEnumerable<string> packages)
    {
        var reduction = new ReduceRoot(tree);
        var chosen = reduction.Choose([.. keptFiles.Select(text => new KeptPattern(text))]);
        reduction.KeepWhatTheyNeed();
        reduction.KeepLicences();
        reduction.DropLinksToNothing(chosen);
        reduction.Demand(packages);
        tree.RemoveWhere(path => !reduction._kept.Contains(path));
        WithoutSetIds(tree);
    }

    /// <returns>The links that a pattern happened to match, which may lead to something that nobody named.</returns>
    private List<string> Choose(List<KeptPattern> patterns)
    {
        var missing = patterns.Where(p => p.IsExact && _tree[p.Path] is null).Select(p => $"/{p.Path}: no package brings it").ToList();
        if (missing.Count > 0)
        {
            throw new KeptFilesException(missing);
        }

        Array.ForEach(MergedFolders, name => Keep(name));
        foreach (var exact in patterns.Where(p => p.IsExact))
        {
            Keep(exact.Path);
        }

        var forms = patterns.Where(p => !p.IsExact).ToList();
        var links = new List<string>();
        foreach (var (path, entry) in _tree.Entries.Where(e => forms.Exists(form => form.Matches(e.Key))))
        {
            if (entry.Kind == RootEntryKind.Link && !_kept.Contains(path))
            {
                links.Add(path);
            }
            else
            {
                Keep(path);
            }
        }

        return links;
    }

    private void Keep(string path)
    {
        if (_tree[path] is not null && _kept.Add(path))
        {
            _open.Enqueue(path);
            if (path.LastIndexOf('/') is > 0 and var cut)
            {
                Keep(path[..cut]);
            }
        }
    }

    private void KeepWhatTheyNeed()
    {
        while (_open.TryDequeue(out var path))
        {
            var entry = _tree[path]!;
            if (entry.Kind == RootEntryKind.Link)
            {
                // A link to a link: the next one is kept, and followed in its turn.
                if (TreeLinks.TargetOf(path, entry.Target!) is { } target && _tree.Resolve(target) is { } found)
                {
                    Keep(_tree[target] is null ? found.Path : target);
                }
            }
            else if (entry.Kind == RootEntryKind.File && ElfFile.Read(entry.Content) is { } program)
            {
                KeepLibraries(path, program);
            }
        }
    }

    private void KeepLibraries(string path, ElfFile program)
    {
        if (program.Interpreter is { } interpreter)
        {
            Keep(RootTree.UnderUsr(interpreter.Trim('/')));
        }

        var opened = program.Opened.Where(library => library.IsWanted)
            .Select(library => library.Names.Select(name => _libraries.Find(name, path, program)).FirstOrDefault(found => found is not null));
        foreach (var library in program.Needed.Select(name => _libraries.Find(name, path, program)).Concat(opened).OfType<string>())
        {
            Keep(library);
        }
    }

    // They must go with what they license.
    private void KeepLicences()
    {
        foreach (var package in Owners().ToList())
        {
            var folder = $"usr/share/doc/{package}";
            if (_tree[folder]?.Kind == RootEntryKind.Link)
            {
                Keep(folder);
            }

            if (_tree.Resolve($"{folder}/copyright") is { } licence)
            {
                Keep(licence.Path);
                Keep($"{folder}/copyright");
            }
        }

        KeepWhatTheyNeed();
    }

    private void DropLinksToNothing(List<string> links)
    {
        foreach (var link in links.Where(link => _tree.Resolve(link) is { } found && _kept.Contains(found.Path)))
        {
            Keep(link);
        }

        KeepWhatTheyNeed();
    }

    private HashSet<string> Owners() =>
        [.. _kept.Select(path => _tree[path]!.Owner).Where(owner => owner?.Kind == PartKind.Package).Select(owner => owner!.Name)];

    private void Demand(IEnumerable<string> packages)
    {
        var owners = Owners();
        var idle = packages.Where(package => !owners.Contains(package))
            .Select(package => $"{package}: the host asks for this package and keeps nothing of it").ToList();
        if (idle.Count > 0)
        {
            throw new KeptFilesException(idle);
        }
    }

    private static void WithoutSetIds(RootTree tree)
    {
        foreach (var (path, entry) in tree.Entries.Where(e => e.Value.Kind == RootEntryKind.File && (e.Value.Mode & SetIds) != 0).ToList())
        {
            tree.Set(path, entry with { Mode = entry.Mode & ~SetIds });
        }
    }
}
