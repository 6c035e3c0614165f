// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>
/// The modules of a kernel, read one by one as they are asked for: a kernel has thousands, a VM needs a dozen, and
/// decompressing all for depmod takes most of a minute.
/// </summary>
internal sealed class ModuleGraph
{
    private readonly Dictionary<string, (string Path, FileContent Content)> _files = [];
    private readonly Dictionary<string, KernelModule> _read = [];
    private readonly HashSet<string> _builtIn = [];

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

        using var builtIn = new StreamReader(tree[folder + "modules.builtin"]!.Content.Open());
        while (builtIn.ReadLine() is { } line)
        {
            _builtIn.Add(KernelModule.NameOf(line));
        }
    }

    /// <summary>These modules and all they need, each after what it needs.</summary>
    /// <param name="unknown">The wanted that this kernel has neither as a module nor built in.</param>
    public IReadOnlyList<KernelModule> Closure(IEnumerable<string> wanted, out IReadOnlyList<string> unknown)
    {
        var order = new List<KernelModule>();
        var seen = new HashSet<string>();
        var names = wanted.ToList();
        unknown = [.. names.Where(name => !Has(name) && !_builtIn.Contains(KernelModule.Canonical(name)))];
        foreach (var name in names.Where(Has))
        {
            Visit(KernelModule.Canonical(name), seen, order);
        }

        return order;
    }

    private bool Has(string name) => _files.ContainsKey(KernelModule.Canonical(name));

    private void Visit(string name, HashSet<string> seen, List<KernelModule> order)
    {
        if (!seen.Add(name) || !_files.TryGetValue(name, out var file))
        {
            return;
        }

        if (!_read.TryGetValue(name, out var module))
        {
            _read[name] = module = KernelModule.Read(file.Path, file.Content);
        }

        foreach (var need in module.Needs)
        {
            Visit(need, seen, order);
        }

        order.Add(module);
    }
}
