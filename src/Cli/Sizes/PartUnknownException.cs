// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli.Sizes;

/// <summary>The device has no VM of that name, and its VMs share nothing that is called so.</summary>
internal sealed class PartUnknownException(SizeReport report, string name) : GhafException(
    $"{report.Target} has no “{name}”.",
    $"There are: {string.Join(", ", report.Vms.Select(vm => vm.Name))}.")
{
    public override ExitCode ExitCode => ExitCode.Usage;
}
