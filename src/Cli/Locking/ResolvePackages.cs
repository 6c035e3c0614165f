// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>Makes a lock with a set for each request: apt does, or in tests nobody.</summary>
/// <param name="keep">A lock whose sets and versions stay; null for none.</param>
internal delegate Task<PackageLock> ResolvePackages(
    ImmutableArray<ImmutableArray<string>> requests, PackageLock? keep, IProgress<string> messages, CancellationToken cancellation);
