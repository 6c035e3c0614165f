// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>Where a package file is.</summary>
public enum PackagePlace
{
    Store,
    Mirror,

    /// <summary>Only in the archive of all that Debian ever published, which is slow.</summary>
    Snapshot,
}
