// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>The locked packages of one root file system.</summary>
/// <param name="Name">For people and folder names: <c>host</c>, <c>guest-base</c>, <c>net-vm</c>.</param>
/// <param name="Packages">With all they depend on.</param>
internal sealed record PackageSet(string Name, IReadOnlyList<LockedPackage> Packages)
{
    /// <summary>Stands for the exact content of the set, whatever its name.</summary>
    public IReadOnlyList<string> Hashes { get; } = [.. Packages.Select(p => p.Sha256).Order(StringComparer.Ordinal)];

    /// <summary>The packages that are not in the other set.</summary>
    public IReadOnlyList<LockedPackage> Without(PackageSet other)
    {
        var theirs = other.Packages.Select(p => p.Sha256).ToHashSet();
        return [.. Packages.Where(p => !theirs.Contains(p.Sha256))];
    }
}
