// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Cli.Kernels;

/// <summary>Looks how hardened the host and each VM of a target start.</summary>
internal sealed class CheckKernels(KernelWork work)
{
    public async Task<HardeningReport> RunAsync(CancellationToken cancellation)
    {
        var plan = work.Plan;
        var accepted = AcceptedFailures.Load(work.FileFolders);
        var tool = await work.HardeningCheckerAsync(cancellation).ConfigureAwait(false);
        var systems = ImmutableArray.CreateBuilder<SystemHardening>();
        var used = new HashSet<AcceptedFailure>();
        foreach (var recipe in work.Compiled())
        {
            var kernel = await work.ConfigureAsync(recipe, cancellation).ConfigureAwait(false);
            foreach (var (name, arguments, files) in Systems(plan, recipe.System))
            {
                var sysctls = SysctlFiles.Read(files, work.FileFolders);
                var answers = await CheckHardening.RunAsync(tool, kernel.File, arguments, sysctls, cancellation).ConfigureAwait(false);
                var verdict = HardeningVerdict.Of(recipe, answers, accepted, kernel.Known);
                used.UnionWith(verdict.Accepted.Select(one => one.By));
                systems.Add(ReportOf(name, verdict));
            }
        }

        // A line for guests is not outdated only because this device has none.
        var compiled = work.Compiled().ToList();
        var outdated = accepted.Except(used)
            .Where(one => compiled.Any(one.IsFor) && (compiled.Count > 1 || compiled[0].System == one.System))
            .Select(one => $"{one.Place} {one.Option}");
        ImmutableArray<string> lines = [.. outdated];
        var passed = lines.IsEmpty && systems.All(one => one.Faults.IsEmpty && one.Accepted.Length <= AcceptedFailures.Most);
        return new(plan.Target, passed, systems.ToImmutable(), lines);
    }

    private static IEnumerable<(string Name, IEnumerable<string> Arguments, IEnumerable<FilePlan> Files)> Systems(DevicePlan plan, string system) =>
        system == KernelRecipe.HostSystem
            ? [("host", plan.Host.KernelArguments, plan.Host.Files)]
            : plan.Vms.Select(vm => (vm.Name.Value, vm.KernelArguments.AsEnumerable(), vm.Files.AsEnumerable()));

    private static SystemHardening ReportOf(string name, HardeningVerdict verdict) => new(
        name,
        verdict.Ok,
        [.. verdict.Faults.Select(answer => ReportOf(answer, null))],
        [.. verdict.Accepted.Select(one => ReportOf(one.Answer, one.By.Reason))],
        [.. verdict.Unknown.Select(answer => answer.Option)]);

    private static FailureReport ReportOf(HardeningAnswer answer, string? reason) =>
        new(answer.Option, answer.Type, answer.Wanted, answer.Result, reason);
}
