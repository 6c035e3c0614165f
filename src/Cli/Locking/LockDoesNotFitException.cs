// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>The lock is not what a plan needs.</summary>
internal sealed class LockDoesNotFitException(string target, IReadOnlyList<LockFinding> findings, SetNames names)
    : GhafException(
        $"{PackageLock.FileName} does not fit {target}:\n"
        + string.Join('\n', findings.Select(finding => $"  {names.Of(finding)}: {finding.Problem}")),
        findings.All(finding => finding.Kind == LockFindingKind.MissingSet)
            ? findings[0].Mend
            : $"`ghaf lock verify {target}` tells for each how to mend it.")
{
    public override ExitCode ExitCode => ExitCode.LockStale;
}
