// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>What became of a package from one lock to another.</summary>
public enum PackageChangeKind
{
    /// <summary>To a version that Debian orders after the old one.</summary>
    Upgraded,
    Downgraded,

    /// <summary>The same version with other bytes.</summary>
    Rebuilt,
    Added,
    Removed,

    /// <summary>The same bytes, from another place in the archive.</summary>
    Moved,
}
