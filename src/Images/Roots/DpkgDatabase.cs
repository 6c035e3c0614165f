// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.Images;

/// <summary>
/// Tells dpkg that packages lie unpacked in a root file system, so that <c>dpkg --configure</c> can take over. We unpack
/// ourselves because dpkg would decompress each package anew and one after the other.
/// </summary>
internal sealed class DpkgDatabase
{
    private readonly string _folder;
    private readonly HashSet<string> _watched;

    public DpkgDatabase(string root)
    {
        _folder = Path.Combine(root, "var/lib/dpkg");
        foreach (var folder in (string[])["info", "updates", "triggers"])
        {
            Directory.CreateDirectory(Path.Combine(_folder, folder));
        }

        foreach (var file in (string[])["status", "available", "triggers/File", "triggers/Unincorp"])
        {
            using var _ = File.Open(Path.Combine(_folder, file), FileMode.OpenOrCreate);
        }

        _watched = [.. NamesOfTriggers(Path.Combine(_folder, "triggers"))];
    }

    /// <summary>
    /// The triggers that the added packages set off in those that were configured before. In a package that is yet to be
    /// configured nothing is set off, as with dpkg: its postinst finds all files of the others there.
    /// </summary>
    public SortedSet<string> Triggers { get; } = new(StringComparer.Ordinal);

    /// <param name="control">The package's control files.</param>
    /// <param name="paths">What it ships, as in its archive: <c>./usr/bin/env</c>.</param>
    /// <returns>The name under which dpkg keeps its files: <c>bash</c> or, where it can be installed for several
    /// architectures at once, <c>libc6:amd64</c>.</returns>
    public string AddUnpacked(string control, IEnumerable<string> paths)
    {
        var fields = File.ReadAllLines(Path.Combine(control, "control")).Where(l => l.Length > 0).ToList();
        var package = Field(fields, "Package");
        var isCoInstallable = Field(fields, "Multi-Arch") == "same";
        var name = isCoInstallable ? $"{package}:{Field(fields, "Architecture")}" : package;

        var status = new StringBuilder().Append("Package: ").Append(package).Append('\n')
            .Append("Status: install ok unpacked\n");
        fields.Where(line => !line.StartsWith("Package:", StringComparison.Ordinal)).ToList()
            .ForEach(line => status.Append(line).Append('\n'));
        foreach (var file in Directory.EnumerateFiles(control))
        {
            var kind = Path.GetFileName(file);
            if (kind != "control")
            {
                File.Copy(file, Path.Combine(_folder, "info", $"{name}.{kind}"));
            }
        }

        AppendConffiles(control, status);
        AddTriggers(control, name);
        var files = paths.Select(path => path.TrimStart('.').TrimEnd('/')).ToList();
        SetOff(files);
        File.WriteAllText(Path.Combine(_folder, "info", $"{name}.list"), FileList(files));
        File.AppendAllText(Path.Combine(_folder, "status"), status.Append('\n').ToString());
        return name;
    }

    private static string Field(List<string> fields, string name) =>
        fields.Find(f => f.StartsWith(name + ":", StringComparison.Ordinal))?[(name.Length + 1)..].Trim() ?? "";

    private static void AppendConffiles(string control, StringBuilder status)
    {
        var conffiles = Path.Combine(control, "conffiles");
        if (!File.Exists(conffiles))
        {
            return;
        }

        status.Append("Conffiles:\n");
        foreach (var line in File.ReadLines(conffiles).Where(l => l.StartsWith('/')))
        {
            status.Append(' ').Append(line).Append(" newconffile\n");
        }
    }

    // triggers/File has "/usr/share/glib-2.0/schemas libglib2.0-0/noawait"; another trigger is a file of its own.
    private static IEnumerable<string> NamesOfTriggers(string folder) =>
    [
        .. File.ReadLines(Path.Combine(folder, "File")).Select(line => line.Split(' ')[0]),
        .. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!),
    ];

    private void SetOff(List<string> files)
    {
        if (_watched.Count == 0)
        {
            return;
        }

        foreach (var file in files)
        {
            for (var path = file; path.Length > 0; path = path[..path.LastIndexOf('/')])
            {
                if (_watched.Contains(path))
                {
                    Triggers.Add(path);
                }
            }
        }
    }

    // Samples: "interest-noawait /usr/share/glib-2.0/schemas", "activate-noawait ldconfig"
    private void AddTriggers(string control, string name)
    {
        var file = Path.Combine(control, "triggers");
        if (!File.Exists(file))
        {
            return;
        }

        foreach (var line in File.ReadLines(file))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var directive, var trigger])
            {
                continue;
            }

            if (directive.StartsWith("activate", StringComparison.Ordinal) && _watched.Contains(trigger))
            {
                Triggers.Add(trigger);
            }
            else if (directive.StartsWith("interest", StringComparison.Ordinal))
            {
                var suffix = directive.EndsWith("noawait", StringComparison.Ordinal) ? "/noawait" : "";
                var isPath = trigger.StartsWith('/');
                File.AppendAllText(
                    Path.Combine(_folder, "triggers", isPath ? "File" : trigger),
                    isPath ? $"{trigger} {name}{suffix}\n" : $"{name}{suffix}\n");
            }
        }
    }

    // dpkg writes "/." for the root and no slash at the end of folders.
    private static string FileList(List<string> files) =>
        string.Concat(files.Select(file => (file.Length == 0 ? "/." : file) + "\n"));
}
