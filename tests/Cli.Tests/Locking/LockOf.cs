// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Cli.Tests.Locking;

/// <summary>Small locks, written as <c>curl tree => curl_8.1 libc6_2.41#rebuilt@debian-security/2048</c>, a set each.</summary>
internal static partial class LockOf
{
    private const long Epoch = 1789199741;

    public static PackageLock Sets(params string[] sets)
    {
        var packages = ImmutableSortedDictionary.CreateBuilder<string, LockedPackage>(StringComparer.Ordinal);
        var locked = ImmutableArray.CreateBuilder<LockedSet>();
        foreach (var set in sets)
        {
            var (request, content) = (set.Split(" => ")[0], set.Split(" => ")[1]);
            var held = content.Split(' ').Select(Package).ToList();
            held.ForEach(package => packages[package.Id] = package);
            locked.Add(new(PackageLock.Normalise(request.Split(' ')), [.. held.Select(p => p.Id).Order(StringComparer.Ordinal)]));
        }

        return new()
        {
            Epoch = Epoch,
            Repositories =
            [
                new("debian", "trixie", "main", "amd64", new string('a', 64), Epoch),
                new("debian-security", "trixie-security", "main", "amd64", new string('b', 64), Epoch),
            ],
            Sets = locked.ToImmutable(),
            Packages = packages.ToImmutable(),
        };
    }

    public static LockedPackage Package(string text)
    {
        var parts = Form().Match(text).Groups;
        var (name, version, salt) = (parts["name"].Value, parts["version"].Value, parts["salt"].Value);
        return new(
            name,
            version,
            "amd64",
            Sha256.Of(name + version + salt).Hex,
            parts["size"].Success ? long.Parse(parts["size"].Value) : 1024,
            parts["repository"].Success ? parts["repository"].Value : "debian",
            $"pool/{name}_{version}.deb");
    }

    [GeneratedRegex("^(?<name>[^_]+)_(?<version>[^#@/]+)(#(?<salt>[^@/]+))?(@(?<repository>[^/]+))?(/(?<size>.+))?$")]
    private static partial Regex Form();
}
