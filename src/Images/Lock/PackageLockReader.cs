// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Reads a lock strictly: unknown, duplicate and missing members and dangling references are refused.</summary>
internal static class PackageLockReader
{
    /// <exception cref="LockUnreadableException">With the line at fault.</exception>
    public static PackageLock Read(string file, string text)
    {
        PackageLockDocument document;
        try
        {
            document = JsonSerializer.Deserialize(text, PackageLockJson.Default.PackageLockDocument)
                ?? throw new LockUnreadableException(file, 1, "It is empty.");
        }
        catch (JsonException failure)
        {
            var line = (int)(failure.LineNumber ?? -1) + 1;
            var problem = failure.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
            throw new LockUnreadableException(file, line, $"It is not a lock of schema 1: {problem}", failure);
        }

        LockUnreadableException At(string word, string problem) => new(file, LineOf(text, word), problem);

        if (document.Schema != PackageLock.CurrentSchema)
        {
            throw At("\"schema\"", $"Its schema is {document.Schema}; this ghaf reads schema {PackageLock.CurrentSchema}.");
        }

        var repositories = document.Repositories.Select(repository => repository.Name).ToHashSet();
        foreach (var (id, package) in document.Packages)
        {
            var key = $"\"{id}\":";
            if (id != package.Id)
            {
                throw At(key, $"The package “{id}” says of itself that it is “{package.Id}”.");
            }

            if (!Sha256.TryParse(package.Sha256, out var hash) || hash.Hex != package.Sha256)
            {
                throw At(key, $"The sha256 of “{id}” is not 64 lower-case hexadecimal digits.");
            }

            if (package.Size <= 0)
            {
                throw At(key, $"The size of “{id}” is {package.Size}.");
            }

            if (!repositories.Contains(package.Repository))
            {
                throw At(key, $"“{id}” comes from “{package.Repository}”, which is not among the repositories.");
            }

            if (package.Path.StartsWith('/') || package.Path.Split('/').Any(part => part is "" or "." or ".."))
            {
                throw At(key, $"The path “{package.Path}” of “{id}” is not a plain path below the repository.");
            }
        }

        foreach (var set in document.Sets)
        {
            if (set.Request.IsDefaultOrEmpty || set.Packages.IsDefault || !set.Request.SequenceEqual(PackageLock.Normalise(set.Request)))
            {
                throw At("\"sets\"", "A request is empty, not sorted, or names something twice.");
            }

            if (set.Packages.FirstOrDefault(id => !document.Packages.ContainsKey(id)) is { } unknown)
            {
                throw At($"\"{unknown}\"", $"A set holds “{unknown}”, which is not among the packages.");
            }
        }

        return new PackageLock
        {
            Epoch = document.Epoch,
            Repositories = [.. document.Repositories],
            Sets = [.. document.Sets],
            Packages = document.Packages.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    private static int LineOf(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? 0 : text.AsSpan(0, at).Count('\n') + 1;
    }
}
