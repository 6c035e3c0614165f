// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Ghaf.Model;

/// <summary>The machine that the image is for.</summary>
public sealed record HardwarePlan
{
    public required string Name { get; init; }

    /// <summary>Debian's name of the processor architecture.</summary>
    public required string Architecture { get; init; }

    /// <summary>Installed memory.</summary>
    public required ByteSize Memory { get; init; }

    /// <summary>Processor cores.</summary>
    public required int Cores { get; init; }

    /// <summary>How many of the cores, the first ones, no VM runs on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int HostCores { get; init; }

    /// <summary>The device file of the disk that the system is installed on; null when not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Disk { get; init; }

    /// <summary>The device tree's file in the kernel's tree; null for a machine without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DeviceTree { get; init; }

    public ImmutableArray<InputDeviceSpec> Inputs { get; init; } = [];

    public ImmutableArray<UartSpec> Uarts { get; init; } = [];
}
