// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>What can be set on the host alone, beside <see cref="SystemKeys"/>.</summary>
public static class HostKeys
{
    public static ScalarKey<ByteSize> ReservedMemory { get; } = new(
        "reservedMemory", "Memory that the host and its hypervisors need beside the VMs' own.", 512.MiB);

    public static ScalarKey<bool> Reduced { get; } = new(
        "reduced", "Whether the image has only `keptFiles` of what the packages installed, and no program that is set-user-id.", false);

    public static ListKey<string> KeptFiles { get; } = new(
        "keptFiles",
        "What of the packages a reduced host has: paths, folders with all below them ending in a slash, * for any part of a name. "
            + "The libraries that the files load come with them.");

    public static ImmutableArray<SettingKey> All { get; } = [ReservedMemory, Reduced, KeptFiles];
}
