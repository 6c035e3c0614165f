// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>What can be set on the host alone, beside <see cref="SystemKeys"/>.</summary>
public static class HostKeys
{
    public static ScalarKey<ByteSize> ReservedMemory { get; } = new(
        "reservedMemory", "Memory that the host and its hypervisors need beside the VMs' own.", 512.MiB);

    public static ImmutableArray<SettingKey> All { get; } = [ReservedMemory];
}
