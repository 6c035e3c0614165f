// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Cli.Kernels;

/// <summary>What <c>ghaf kernel check</c> found.</summary>
/// <param name="Passed">Nothing is unexplained, nothing is explained that is no longer so, and no system has too many exceptions.</param>
/// <param name="Outdated">Lines of the accepted failures that no system needs.</param>
internal sealed record HardeningReport(
    string Target, bool Passed, ImmutableArray<SystemHardening> Systems, ImmutableArray<string> Outdated);
