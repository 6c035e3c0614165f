// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Runners.Units;

namespace Ghaf.Cli.Checking.Requirements;

/// <summary>Every unit and every process comes from a unit that the plan has, as the page of the host's services lists them.</summary>
internal sealed class RunsOnlyWhatIsListed : IRequirement
{
    private const string Units = "/systemd/system/";

    // The executor is systemd itself, before it becomes the unit's program.
    private static readonly string[] Init = ["/usr/lib/systemd/systemd", "/usr/lib/systemd/systemd-executor"];

    public string Text => "The host runs nothing but what docs/reference/host-services.md lists, and nothing has failed";

    public StatementResult Check(HostEvidence evidence)
    {
        var known = Known(evidence.Plan);
        var (units, processes) = (evidence.Posture.Units, evidence.Posture.Processes);
        var verdict = new Verdict();
        verdict.Demand(units.Count > 0 && processes.Count > 0, "the host saw no unit or no process of its own");
        verdict.Forbid("failed", units.Where(unit => unit.Active == "failed").Select(unit => unit.Name));
        verdict.Forbid("units", units.Where(unit => HasFile(unit.Name) && unit.Active == "active" && !known.Contains(unit.Name)).Select(unit => unit.Name));
        verdict.Forbid("processes", processes
            .Where(process => process.Unit.Length == 0 ? !Init.Contains(process.Program) : !known.Contains(process.Unit))
            .Select(process => $"{process.Program} of {(process.Unit.Length == 0 ? "no unit" : process.Unit)}"));
        return verdict.Result(
            $"{units.Count(unit => HasFile(unit.Name) && unit.Active == "active")} services, sockets and timers, {processes.Count} processes");
    }

    // Mounts, devices, slices and scopes are made of what the kernel has; those of ours are checked by what is mounted.
    private static bool HasFile(string unit) =>
        unit.EndsWith(".service", StringComparison.Ordinal) || unit.EndsWith(".socket", StringComparison.Ordinal)
        || unit.EndsWith(".timer", StringComparison.Ordinal) || unit.EndsWith(".path", StringComparison.Ordinal);

    private static HashSet<string> Known(DevicePlan plan) =>
    [
        .. plan.Host.KeptFiles.Where(file => file.Contains(Units, StringComparison.Ordinal)).Select(NameOf),
        .. plan.Host.Files.Concat(HostUnits.For(plan)).Where(file => file.Path.Contains(Units, StringComparison.Ordinal) && file.Target != "/dev/null")
            .Select(file => NameOf(file.Path)),
    ];

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
