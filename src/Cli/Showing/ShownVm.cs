// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>What a VM of a target is, in short.</summary>
/// <param name="Gateway">The VM through which it reaches the outside; null when it reaches nothing by another VM.</param>
internal sealed record ShownVm(
    string Name, ByteSize Memory, int Cores, Hypervisor Hypervisor, string? Gateway, ImmutableArray<string> Devices,
    ImmutableArray<string> Applications)
{
    public static ShownVm Of(DevicePlan plan, VmPlan vm) => new(
        vm.Name.Value,
        vm.Memory,
        vm.Cores,
        vm.Hypervisor,
        plan.Links.FirstOrDefault(link => link.Client == vm.Name)?.Gateway.Value,
        [.. vm.Devices.Select(device => device.Name)],
        [.. vm.Applications.Select(application => application.Title)]);

    /// <summary>In one line, for people.</summary>
    public override string ToString() =>
        $"{Name}: {Memory}, {Cores} {(Cores == 1 ? "core" : "cores")}"
        + (Gateway is null ? "" : $", by {Gateway}")
        + (Devices.IsEmpty ? "" : $", owns {string.Join(", ", Devices)}")
        + (Applications.IsEmpty ? "" : $", runs {string.Join(", ", Applications)}");
}
