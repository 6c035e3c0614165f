// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Ghaf.Model;

/// <summary>The program that runs a VM. What each can do: <c>docs/reference/hypervisors.md</c>.</summary>
public enum Hypervisor
{
    [JsonStringEnumMemberName("qemu")]
    Qemu,

    [JsonStringEnumMemberName("cloud-hypervisor")]
    CloudHypervisor,

    [JsonStringEnumMemberName("crosvm")]
    Crosvm,
}
