// SPDX-License-Identifier: Apache-2.0
using Ghaf.Benchmarks.Runs;

namespace Ghaf.Benchmarks.Reporting;

internal sealed record DeviceResult
{
    public required string Target { get; init; }

    public required BuildRun Build { get; init; }

    public required DiskSize Disk { get; init; }

    /// <summary>File systems, kernels and programs in it by name, in bytes.</summary>
    public required IReadOnlyDictionary<string, long> Parts { get; init; }

    /// <summary>Null: not booted.</summary>
    public required DeviceAtRest? Rest { get; init; }
}
