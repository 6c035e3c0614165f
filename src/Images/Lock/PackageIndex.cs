// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>The packages of verified indices, by the path of their file.</summary>
/// <remarks>
/// <code>
/// Package: bash
/// Architecture: amd64
/// Version: 5.2.37-2+b10
/// Filename: pool/main/b/bash/bash_5.2.37-2+b10_amd64.deb
/// Size: 1500792
/// SHA256: 0b6e…
///
/// </code>
/// </remarks>
internal sealed class PackageIndex
{
    private readonly Dictionary<(string Repository, string Path), LockedPackage> _byPath = [];

    /// <summary>Adds all stanzas of a Packages file.</summary>
    public void Add(string repository, string file)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(file))
        {
            if (line.Length == 0)
            {
                AddStanza(repository, fields);
                fields.Clear();
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line[0] is >= 'A' and <= 'Z' && IsWanted(line.AsSpan(0, colon)))
            {
                fields[line[..colon]] = line[(colon + 1)..].Trim();
            }
        }

        AddStanza(repository, fields);
    }

    public LockedPackage? Find(string repository, string path) => _byPath.GetValueOrDefault((repository, path));

    private static bool IsWanted(ReadOnlySpan<char> field) =>
        field is "Package" or "Version" or "Architecture" or "SHA256" or "Size" or "Filename";

    private void AddStanza(string repository, Dictionary<string, string> fields)
    {
        if (fields.Count < 6)
        {
            return;
        }

        var path = fields["Filename"].StartsWith("./", StringComparison.Ordinal) ? fields["Filename"][2..] : fields["Filename"];
        _byPath[(repository, path)] = new LockedPackage(
            fields["Package"],
            fields["Version"],
            fields["Architecture"],
            fields["SHA256"].ToLowerInvariant(),
            long.Parse(fields["Size"]),
            repository,
            path);
    }
}
