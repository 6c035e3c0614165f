// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>Who needs a package set.</summary>
/// <param name="Target">Whose plan asks for it, for example <c>vm-debug</c>.</param>
/// <param name="Part">What it is for: <c>toolchain</c>, <c>host</c>, <c>guest base</c>, … or the name of a VM.</param>
/// <param name="Request">Normalised, see <see cref="PackageLock.Normalise"/>.</param>
public sealed record PackageUse(string Target, string Part, ImmutableArray<string> Request)
{
    /// <summary>The Debian release that the plan is for, for example <c>trixie</c>.</summary>
    public required string Suite { get; init; }

    /// <summary>Whether its packages are put on the guest base's, so that they must include them as they are.</summary>
    public bool IsOnGuestBase { get; init; }
}
