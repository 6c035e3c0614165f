// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Runners.Emulation;

/// <summary>How a device is emulated on this machine: everything that is not in its plan.</summary>
public sealed record EmulationOptions
{
    /// <summary>The device's disk image. It is only read: what the device writes is gone with the emulator.</summary>
    public required string Disk { get; init; }

    /// <summary>The folder of sockets, logs and the firmware's variables; at most 80 bytes long.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether <c>/dev/kvm</c> can be used. Without it the processor is emulated, about ten times slower.</summary>
    public required bool Kvm { get; init; }
}
