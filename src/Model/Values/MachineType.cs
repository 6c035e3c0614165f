// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Ghaf.Model;

/// <summary>The machine that QEMU makes up for a VM; the other hypervisors have one machine each.</summary>
public enum MachineType
{
    /// <summary>A PC with PCI Express: everything works on it.</summary>
    [JsonStringEnumMemberName("q35")]
    Q35,

    /// <summary>The least x86 machine: virtio-mmio only, no PCI, so no passthrough.</summary>
    [JsonStringEnumMemberName("microvm")]
    Microvm,

    /// <summary>The machine for arm64 and riscv64.</summary>
    [JsonStringEnumMemberName("virt")]
    Virt,
}
