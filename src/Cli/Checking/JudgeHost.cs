// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Cli.Sizes;
using Ghaf.Protocol;

namespace Ghaf.Cli.Checking;

/// <summary>Verifies the requirements of the minimal host by what the host reports and by what was built.</summary>
internal static class JudgeHost
{
    // The host looks at every file of its root when its VMs are up: seconds, and longer on an emulated processor.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static async Task<ImmutableArray<CheckedStatement>> RunAsync(
        PreparedDevice prepared, StatusWatch watch, TimeProvider time, Action<CheckedStatement> tell, CancellationToken cancellation)
    {
        var posture = await watch.WaitForPostureAsync(Limit, cancellation).ConfigureAwait(false);
        var checkedOnes = ImmutableArray.CreateBuilder<CheckedStatement>();
        foreach (var requirement in AllRequirements.InOrder)
        {
            var begun = time.GetTimestamp();
            var result = posture is null
                ? StatementResult.False($"the host has not said how it is made within {Limit.TotalSeconds:0} s")
                : requirement.Check(EvidenceOf(prepared, posture));
            var found = new CheckedStatement(
                requirement.Text, result.Holds, result.Evidence, time.GetElapsedTime(begun).TotalSeconds);
            checkedOnes.Add(found);
            tell(found);
        }

        return checkedOnes.ToImmutable();
    }

    private static HostEvidence EvidenceOf(PreparedDevice prepared, HostPosture posture) => new(
        prepared.Plan, posture, SizeReport.Of(prepared.Plan.Target, prepared.Built.Images), prepared.Built.RootHash.Hex);
}
