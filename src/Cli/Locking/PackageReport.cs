// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>One of the two states of a changed package, for programs.</summary>
/// <param name="Size">Of the .deb file, bytes.</param>
/// <param name="Path">Below the repository.</param>
internal sealed record PackageReport(string Version, string Architecture, string Sha256, long Size, string Repository, string Path)
{
    public static PackageReport? Of(LockedPackage? package) => package is null
        ? null
        : new(package.Version, package.Architecture, package.Sha256, package.Size, package.Repository, package.Path);
}
