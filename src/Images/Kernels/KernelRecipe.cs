// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>How a system comes to its kernel.</summary>
/// <param name="System"><c>host</c>, or <c>guest</c> for the one that all VMs share.</param>
/// <param name="Package">Debian's package with a kernel or, to be compiled, with its source.</param>
/// <param name="Fragments">What a compiled kernel is made of; a later one wins.</param>
/// <param name="Architecture">Debian's name of it.</param>
public sealed record KernelRecipe(string System, string Package, ImmutableArray<string> Fragments, string Architecture)
{
    public const string HostSystem = "host";

    public const string GuestSystem = "guest";

    public bool IsCompiled => KernelSource.IsSource(Package);

    public static KernelRecipe OfHost(DevicePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new(HostSystem, plan.Host.KernelPackage, plan.Host.KernelFragments, plan.Hardware.Architecture);
    }

    /// <summary>One kernel for all VMs: what all have comes first, so that a VM's own fragment wins.</summary>
    public static KernelRecipe OfGuest(DevicePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var fragments = plan.Guest.KernelFragments.Concat(plan.Vms.SelectMany(vm => vm.KernelFragments)).Distinct();
        return new(GuestSystem, plan.Guest.KernelPackage, [.. fragments], plan.Hardware.Architecture);
    }

    /// <summary>The host's and, if there are VMs, the guests'.</summary>
    public static ImmutableArray<KernelRecipe> Of(DevicePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Vms.IsEmpty ? [OfHost(plan)] : [OfHost(plan), OfGuest(plan)];
    }
}
