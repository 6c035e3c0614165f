// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Cli.Kernels;

/// <summary>A target's kernels are Debian's own, so there is nothing to configure, compile or harden.</summary>
internal sealed class NoCompiledKernelException(DevicePlan plan) : GhafException(
    $"{plan.Target} compiles no such kernel: {string.Join("; ", KernelRecipe.Of(plan).Select(recipe => $"the {recipe.System}'s is {recipe.Package}"))}.",
    "Ask for a release target, or set the definition's Kernel to a source such as linux-source-6.12.")
{
    public override ExitCode ExitCode => ExitCode.Usage;
}
