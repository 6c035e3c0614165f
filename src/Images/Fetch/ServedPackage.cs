// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>Where a locked package can be had.</summary>
/// <param name="Place">Null if nobody has it.</param>
/// <param name="Answers">What each address answered that was asked in vain.</param>
public sealed record ServedPackage(
    LockedPackage Package, PackagePlace? Place, ImmutableArray<MirrorAnswer> Answers);
