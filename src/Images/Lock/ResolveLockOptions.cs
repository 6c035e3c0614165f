// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>What a lock is resolved against.</summary>
public sealed record ResolveLockOptions
{
    /// <summary>In Debian's words. Default: <c>amd64</c>.</summary>
    public string Architecture { get; init; } = "amd64";

    /// <summary>
    /// Default: trixie, trixie-updates and trixie-security, main only; and testing for tools that trixie does not have.
    /// </summary>
    public ImmutableArray<AptSource> Sources { get; init; } =
    [
        new("debian", "trixie", "main"),
        new("debian", "trixie-updates", "main"),
        new("debian-security", "trixie-security", "main"),
        new("debian", "forky", "main") { IsForTools = true },
    ];

    /// <summary>The first base of each repository that answers is used. Default: <see cref="Mirrors.Default"/>.</summary>
    public Mirrors Mirrors { get; init; } = Mirrors.Default;

    /// <summary>
    /// OpenPGP keys (a binary keyring) that the indices must be signed with. Null (the default): Debian's keys for trixie,
    /// which ghaf brings along.
    /// </summary>
    public string? Keyring { get; init; }

    /// <summary>
    /// A lock that is added to: its sets stay, and its versions are chosen again. Null (the default): all is chosen anew.
    /// </summary>
    public PackageLock? Keep { get; init; }

    /// <summary>Receives lines for people.</summary>
    public IProgress<string>? Messages { get; init; }
}
