// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>A machine, as data: nothing here decides anything.</summary>
public sealed record HardwareSpec(string Name)
{
    /// <summary>Debian's name of the processor architecture. Default: <c>amd64</c>.</summary>
    public string Architecture { get; init; } = "amd64";

    /// <summary>Installed memory.</summary>
    public required ByteSize Memory { get; init; }

    /// <summary>Processor cores.</summary>
    public required int Cores { get; init; }

    /// <summary>Devices that can be passed through to a VM.</summary>
    public ImmutableArray<PciDeviceSpec> Devices { get; init; } = [];

    /// <summary>Kernel modules the host needs on this machine: its disk, its virtualization.</summary>
    public ImmutableArray<string> KernelModules { get; init; } = [];

    /// <summary>Kernel arguments the host needs on this machine.</summary>
    public ImmutableArray<string> KernelArguments { get; init; } = [];
}
