// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking.Requirements;

/// <summary>Nothing on the host makes or installs programs.</summary>
internal sealed class NoBuildTools : IRequirement
{
    public string Text => "MH06 No build or package tools: nothing on the host makes, interprets or installs programs";

    public StatementResult Check(HostEvidence evidence)
    {
        var programs = evidence.Posture.Root.Programs;
        var verdict = new Verdict();
        verdict.Demand(programs.Count > 0, "the host saw no program of its own");
        verdict.Forbid("package managers", ProgramNames.Among(programs, ProgramNames.PackageManagers));
        verdict.Forbid("compilers and interpreters", ProgramNames.Among(programs, ProgramNames.Builders));
        return verdict.Result($"none among {programs.Count} programs and libraries");
    }
}
