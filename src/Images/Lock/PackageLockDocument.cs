// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>The lock file as it is written, before its references are checked.</summary>
internal sealed record PackageLockDocument(
    int Schema,
    long Epoch,
    IReadOnlyList<LockedRepository> Repositories,
    IReadOnlyList<LockedSet> Sets,
    IReadOnlyDictionary<string, LockedPackage> Packages);
