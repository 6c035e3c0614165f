// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>What apt chose for one request.</summary>
/// <param name="Request">The names asked for, sorted, each once.</param>
/// <param name="Packages">Ids of the packages with all they depend on, sorted.</param>
public sealed record LockedSet(ImmutableArray<string> Request, ImmutableArray<string> Packages);
