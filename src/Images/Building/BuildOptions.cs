// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Building;

/// <summary>Where a build takes from and puts to.</summary>
public sealed record BuildOptions
{
    /// <summary>The checkout: its <c>modules/files</c> and the sources of the host daemon.</summary>
    public required string Checkout { get; init; }

    /// <summary>The lock file. Default: <c>ghaf.lock</c> in the checkout.</summary>
    public string? LockFile { get; init; }
}
