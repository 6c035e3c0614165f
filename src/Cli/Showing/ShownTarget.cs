// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>What a target contains, in short.</summary>
/// <param name="Definition">The file that declares it.</param>
/// <param name="Mistakes">How many diagnostics stand in its way; the rest is null or empty then.</param>
internal sealed record ShownTarget(string Target, string Definition, int Mistakes)
{
    public string? Device { get; init; }

    public string? Variant { get; init; }

    public string? Profile { get; init; }

    public string? Output { get; init; }

    public string? Hardware { get; init; }

    public string? Architecture { get; init; }

    public ByteSize? Memory { get; init; }

    public int? Cores { get; init; }

    public ImmutableArray<ShownVm> Vms { get; init; } = [];

    public static ShownTarget Of(DevicePlan plan, string definition) => new(plan.Target, definition, 0)
    {
        Device = plan.Device,
        Variant = plan.Variant,
        Profile = plan.Profile,
        Output = plan.Output,
        Hardware = plan.Hardware.Name,
        Architecture = plan.Hardware.Architecture,
        Memory = plan.Hardware.Memory,
        Cores = plan.Hardware.Cores,
        Vms = [.. plan.Vms.Select(vm => ShownVm.Of(plan, vm))],
    };
}
