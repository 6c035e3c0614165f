// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>Which modules a kernel has and what each needs, from the files that depmod writes.</summary>
internal sealed class ModuleGraph
{
    private readonly Dictionary<string, string> _files = [];
    private readonly Dictionary<string, List<string>> _needs = [];
    private readonly HashSet<string> _builtIn;

    /// <param name="folder">The kernel's module folder: <c>…/lib/modules/VERSION</c>.</param>
    public ModuleGraph(string folder)
    {
        // Sample: "kernel/fs/erofs/erofs.ko.xz: kernel/lib/libcrc32c.ko.xz"
        foreach (var line in File.ReadLines(Path.Combine(folder, "modules.dep")))
        {
            var parts = line.Split(':', 2);
            var name = NameOf(parts[0]);
            _files[name] = parts[0];
            _needs[name] = [.. parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NameOf).Reverse()];
        }

        // Sample: "softdep crc32c pre: crc32c_generic" — loaded first if it is there.
        foreach (var line in File.ReadLines(Path.Combine(folder, "modules.softdep")))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["softdep", var name, .. var others]
                && _needs.TryGetValue(Canonical(name), out var needs))
            {
                needs.AddRange(others.Where(o => !o.EndsWith(':')).Select(Canonical).Where(_files.ContainsKey));
            }
        }

        _builtIn = [.. File.ReadLines(Path.Combine(folder, "modules.builtin")).Select(NameOf)];
    }

    /// <summary>The files of these modules and all they need, each after what it needs.</summary>
    /// <param name="wanted">Names, or folders below <c>kernel/</c> ending in a slash.</param>
    /// <param name="unknown">The wanted that this kernel has neither as a module nor built in.</param>
    public IReadOnlyList<string> Closure(IEnumerable<string> wanted, out IReadOnlyList<string> unknown)
    {
        var order = new List<string>();
        var seen = new HashSet<string>();
        var missing = new List<string>();
        foreach (var name in wanted)
        {
            if (name.EndsWith('/'))
            {
                var inFolder = _files.Where(f => f.Value.StartsWith($"kernel/{name}", StringComparison.Ordinal))
                    .Select(f => f.Key).Order(StringComparer.Ordinal).ToList();
                inFolder.ForEach(module => Visit(module, seen, order));
                if (inFolder.Count == 0)
                {
                    missing.Add(name);
                }
            }
            else if (_files.ContainsKey(Canonical(name)))
            {
                Visit(Canonical(name), seen, order);
            }
            else if (!_builtIn.Contains(Canonical(name)))
            {
                missing.Add(name);
            }
        }

        unknown = missing;
        return order;
    }

    private void Visit(string name, HashSet<string> seen, List<string> order)
    {
        if (seen.Add(name))
        {
            _needs[name].ForEach(need => Visit(need, seen, order));
            order.Add(_files[name]);
        }
    }

    private static string NameOf(string path) => Canonical(Path.GetFileName(path).Split('.')[0]);

    // The kernel takes both for the same.
    private static string Canonical(string name) => name.Replace('-', '_');
}
