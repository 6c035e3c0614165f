// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Cli.Locking;

/// <summary>What <c>ghaf lock verify</c> found.</summary>
/// <param name="Fits">Whether builds of these targets can use it.</param>
/// <param name="Bytes">Of all .deb files.</param>
/// <param name="Served">Null if the packages were not asked for.</param>
internal sealed record VerifyReport(
    string File,
    ImmutableArray<string> Targets,
    bool Fits,
    int Packages,
    int Sets,
    long Bytes,
    ServedReport? Served,
    ImmutableArray<FindingReport> Findings);
