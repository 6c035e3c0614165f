// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>One package that is not the same in two locks.</summary>
/// <param name="Old">Null for one that was added.</param>
/// <param name="New">Null for one that was removed.</param>
public sealed record PackageChange(PackageChangeKind Kind, LockedPackage? Old, LockedPackage? New)
{
    public string Name => (New ?? Old)!.Name;

    /// <summary>By how much the .deb files grew, bytes; negative if they shrank.</summary>
    public long Growth => (New?.Size ?? 0) - (Old?.Size ?? 0);

    /// <summary>What became of a package that both locks have.</summary>
    /// <returns>Null if nothing did.</returns>
    internal static PackageChange? Between(LockedPackage old, LockedPackage @new)
    {
        if (old.Sha256 == @new.Sha256)
        {
            return old == @new ? null : new(PackageChangeKind.Moved, old, @new);
        }

        var order = DebianVersions.Compare(old.Version, @new.Version);
        return new(
            order < 0 ? PackageChangeKind.Upgraded : order > 0 ? PackageChangeKind.Downgraded : PackageChangeKind.Rebuilt,
            old,
            @new);
    }
}
