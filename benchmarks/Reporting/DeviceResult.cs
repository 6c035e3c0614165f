// SPDX-License-Identifier: Apache-2.0
using Ghaf.Benchmarks.Runs;

namespace Ghaf.Benchmarks.Reporting;

internal sealed record DeviceResult
{
    public required BuildRun Build { get; init; }

    public required DiskSize Disk { get; init; }

    /// <summary>File systems and programs in it by name, in bytes.</summary>
    public required IReadOnlyDictionary<string, long> Parts { get; init; }

    /// <summary>Until all VMs were ready; null: not tried.</summary>
    public required double? BootSeconds { get; init; }

    public required IReadOnlyList<VmResult> Vms { get; init; }
}
