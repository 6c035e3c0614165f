// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>
/// The modules of a kernel, read one by one as they are asked for: a kernel has thousands, a VM needs a dozen, and
/// decompressing all for depmod takes most of a minute. Several threads may ask.
/// </summary>
internal sealed class ModuleGraph
{
    private readonly Dictionary<string, (string Path, FileContent Content)> _files = [];
    private readonly Dictionary<string, KernelModule> _read = [];
    private readonly HashSet<string> _builtIn = [];
    private readonly Lazy<ILookup<string, string>> _algorithms;

    /// <summary>Of a kernel that has none: all that it can do is built in.</summary>
    /// <param name="builtIn">Its <c>modules.builtin</c>.</param>
    public ModuleGraph(FileContent builtIn)
    {
        _algorithms = new Lazy<ILookup<string, string>>(ReadAlgorithms);
        ReadBuiltIn(builtIn);
    }

    /// <param name="tree">The kernel's package.</param>
    /// <param name="version">The kernel's version as it calls itself.</param>
    public ModuleGraph(RootTree tree, string version)
    {
        var folder = $"usr/lib/modules/{version}/";
        foreach (var (path, entry) in tree.Entries)
        {
            if (path.StartsWith(folder, StringComparison.Ordinal) && path.Contains(".ko", StringComparison.Ordinal))
            {
                _files[KernelModule.NameOf(path)] = (path[folder.Length..], entry.Content);
            }
        }

        _algorithms = new Lazy<ILookup<string, string>>(ReadAlgorithms);
        ReadBuiltIn(tree[folder + "modules.builtin"]!.Content);
    }

    /// <summary>These modules and all they need, each after what it needs.</summary>
    /// <param name="unknown">The wanted that this kernel has neither as a module nor built in.</param>
    public IReadOnlyList<KernelModule> Closure(IEnumerable<string> wanted, out IReadOnlyList<string> unknown)
    {
        var order = new List<KernelModule>();
        var seen = new HashSet<string>();
        var names = wanted.ToList();
        unknown = [.. names.Where(name => !Has(name) && !_builtIn.Contains(KernelModule.Canonical(name)))];
        lock (_read)
        {
            foreach (var name in names.Where(Has))
            {
                Visit(KernelModule.Canonical(name), seen, order);
            }
        }

        return order;
    }

    private void ReadBuiltIn(FileContent list)
    {
        using var builtIn = new StreamReader(list.Open());
        while (builtIn.ReadLine() is { } line)
        {
            _builtIn.Add(KernelModule.NameOf(line));
        }
    }

    private bool Has(string name) => _files.ContainsKey(KernelModule.Canonical(name));

    private void Visit(string name, HashSet<string> seen, List<KernelModule> order)
    {
        if (!seen.Add(name))
        {
            return;
        }

        if (!_files.ContainsKey(name))
        {
            foreach (var provider in _algorithms.Value[name])
            {
                Visit(provider, seen, order);
            }

            return;
        }

        var module = Read(name);
        foreach (var need in module.Needs)
        {
            Visit(need, seen, order);
        }

        order.Add(module);
    }

    private KernelModule Read(string name)
    {
        if (!_read.TryGetValue(name, out var module))
        {
            var (path, content) = _files[name];
            _read[name] = module = KernelModule.Read(path, content);
        }

        return module;
    }

    // What modules softly depend on without naming a module are algorithms: libcrc32c asks for “crc32c”, which several
    // modules provide. Only the folders of algorithms are read for it.
    private ILookup<string, string> ReadAlgorithms() => _files
        .Where(file => file.Value.Path.Contains("/crypto/", StringComparison.Ordinal))
        .Select(file => Read(file.Key))
        .SelectMany(module => module.Aliases.Select(alias => (alias, module.Name)))
        .Distinct()
        .OrderBy(pair => pair.Name, StringComparer.Ordinal)
        .ToLookup(pair => pair.alias, pair => pair.Name);
}
