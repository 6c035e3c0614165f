// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Runners.Emulation;

/// <summary>How a device is emulated on this machine: everything that is not in its plan.</summary>
public sealed record EmulationOptions
{
    /// <summary>The device's disk image.</summary>
    public required string Disk { get; init; }

    /// <summary>
    /// Whether what the device writes goes into the image. Default: no; the image is only read, and what is written is gone
    /// with the emulator.
    /// </summary>
    public bool WritesDisk { get; init; }

    /// <summary>The folder of sockets and logs; at most 80 bytes long.</summary>
    public required string Folder { get; init; }

    public required MachineMemory Memory { get; init; }

    /// <summary>Whether <c>/dev/kvm</c> can be used. Without it the processor is emulated, about ten times slower.</summary>
    public required bool Kvm { get; init; }
}
