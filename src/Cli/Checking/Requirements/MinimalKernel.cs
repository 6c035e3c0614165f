// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking.Requirements;

/// <summary>The kernel is one of ours, complete in itself, and set as the definition says.</summary>
internal sealed class MinimalKernel : IRequirement
{
    private const string Ours = "-ghaf";

    public string Text => "MH07 Minimal kernel: compiled for this host, loads no modules, locked down, hardened as defined";

    public StatementResult Check(HostEvidence evidence)
    {
        var kernel = evidence.Posture.Kernel;
        var verdict = new Verdict();
        verdict.Demand(kernel.Release.EndsWith(Ours, StringComparison.Ordinal), $"the kernel {kernel.Release} is none that Ghaf compiles");
        verdict.Demand(kernel.Modules is null, $"it loads modules, {kernel.Modules?.Count} of them now");
        verdict.Demand(kernel.Lockdown is "integrity" or "confidentiality", $"lockdown is {kernel.Lockdown ?? "not there"}");
        verdict.Demand(kernel.Parameters.Any(p => p.Value is not null), "no kernel parameter is set");
        verdict.Forbid(
            "parameters",
            kernel.Parameters.Where(p => p.Value is not null && Words(p.Value) != Words(p.Wanted)).Select(p => $"{p.Name} is {p.Value} instead of {p.Wanted}"));
        var given = kernel.CommandLine.Split(' ');
        verdict.Forbid(
            "arguments that the boot loader did not give",
            evidence.Plan.Host.KernelArguments.Where(argument => !given.Contains(argument)));
        return verdict.Result(
            $"{kernel.Release}, no modules, lockdown {kernel.Lockdown}, {kernel.Parameters.Count(p => p.Value is not null)} parameters and "
            + $"{evidence.Plan.Host.KernelArguments.Length} arguments as defined");
    }

    private static string Words(string value) => string.Join(' ', value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
