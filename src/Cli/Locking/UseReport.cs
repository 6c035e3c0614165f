// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>Who needs a set, for programs.</summary>
/// <param name="Part"><c>host</c>, <c>guest base</c>, … or the name of a VM.</param>
internal sealed record UseReport(string Target, string Part)
{
    public static ImmutableArray<UseReport> Of(IEnumerable<PackageUse> uses) =>
        [.. uses.Select(use => new UseReport(use.Target, use.Part))];
}
