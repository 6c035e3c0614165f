// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>Something that is wrong with a lock, or worth knowing about it.</summary>
/// <param name="Problem">One or more sentences.</param>
/// <param name="Mend">A sentence.</param>
public sealed record LockFinding(LockFindingKind Kind, string Problem, string Mend)
{
    /// <summary>The set it is about; empty if it is about none in particular.</summary>
    public ImmutableArray<string> Request { get; init; } = [];

    /// <summary>Whoever needs that set.</summary>
    public ImmutableArray<PackageUse> Uses { get; init; } = [];

    /// <summary>In the lock file, counted from 1; 0 if it is no line in particular.</summary>
    public int Line { get; init; }

    /// <summary>Whether a build is right in spite of it.</summary>
    public bool IsHarmless => Kind == LockFindingKind.UnusedSet;
}
