// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>Something that is wrong with a lock, or worth knowing about it.</summary>
/// <param name="Kind">For example <c>MissingSet</c>.</param>
/// <param name="Harmless">Builds are right in spite of it.</param>
/// <param name="Where">Parts and targets, or a line of the file.</param>
/// <param name="Line">In the lock file, from 1; 0 for none.</param>
internal sealed record FindingReport(
    LockFindingKind Kind,
    bool Harmless,
    string Where,
    string Problem,
    string Mend,
    int Line,
    ImmutableArray<string> Request,
    ImmutableArray<UseReport> Uses)
{
    public static FindingReport Of(LockFinding finding, SetNames names) => new(
        finding.Kind,
        finding.IsHarmless,
        names.Of(finding),
        finding.Problem,
        finding.Mend,
        finding.Line,
        finding.Request,
        UseReport.Of(finding.Uses));
}
