// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking.Requirements;

/// <summary>Nobody can log in.</summary>
internal sealed class NoGetty : IRequirement
{
    public string Text => "MH05 No getty: the host has nothing to log in to";

    public StatementResult Check(HostEvidence evidence)
    {
        var posture = evidence.Posture;
        var verdict = new Verdict();
        verdict.Demand(posture.Units.Count > 0, "the host saw no unit of its own");
        verdict.Forbid("programs", ProgramNames.Among(posture.Root.Programs, ProgramNames.Logins));
        verdict.Forbid(
            "units", posture.Units.Where(unit => unit.Name.Contains("getty", StringComparison.Ordinal) && unit.Active != "inactive").Select(unit => unit.Name));
        verdict.Forbid("processes", ProgramNames.Among(
            posture.Processes.Select(process => process.Program), [.. ProgramNames.Logins, .. ProgramNames.Shells]));
        verdict.Demand(!evidence.Plan.DebugAccess, "the definition allows access for debugging");
        return verdict.Result($"no such program, none of {posture.Units.Count} units, none of {posture.Processes.Count} processes");
    }
}
