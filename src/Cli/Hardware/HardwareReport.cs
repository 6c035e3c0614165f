// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ghaf.Model;

namespace Ghaf.Cli.Hardware;

/// <summary>What <c>ghaf hardware scan --format json</c> prints.</summary>
internal sealed record HardwareReport
{
    public required string Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    public required ImmutableArray<string> Sources { get; init; }

    public required string Architecture { get; init; }

    public required long MemoryBytes { get; init; }

    public required int Cores { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Disk { get; init; }

    public required ImmutableArray<HardwareReportDevice> Devices { get; init; }

    public required ImmutableArray<InputDeviceSpec> Inputs { get; init; }

    public required ImmutableArray<UartSpec> Uarts { get; init; }

    public required ImmutableArray<string> BootModules { get; init; }

    public required ImmutableArray<string> KernelModules { get; init; }

    public required ImmutableArray<string> KernelArguments { get; init; }

    public required ImmutableArray<ScanWarning> Warnings { get; init; }

    public static HardwareReport Of(ScannedMachine machine) => new()
    {
        Name = machine.Hardware.Name,
        Title = machine.Hardware.Title,
        Sources = machine.Hardware.Sources,
        Architecture = machine.Hardware.Architecture,
        MemoryBytes = machine.Hardware.Memory.Bytes,
        Cores = machine.Hardware.Cores,
        Disk = machine.Hardware.Disk,
        Devices = [.. machine.Hardware.Devices.Select(HardwareReportDevice.Of)],
        Inputs = machine.Hardware.Inputs,
        Uarts = machine.Hardware.Uarts,
        BootModules = machine.Hardware.BootModules,
        KernelModules = machine.Hardware.KernelModules,
        KernelArguments = [.. machine.Hardware.KernelArguments.Select(argument => argument.ToString())],
        Warnings = machine.Warnings,
    };
}
