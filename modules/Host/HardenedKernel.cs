// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Modules.Host;

/// <summary>
/// The kernels of release targets: compiled by us, and told at start what <c>ghaf kernel check</c> asks of command line and
/// sysctls. What it does not get stands with its reason in <c>files/kernel/accepted-failures.txt</c>.
/// </summary>
public static class HardenedKernel
{
    /// <summary>Debian's source that host and guests are compiled of.</summary>
    public const string Source = "linux-source-6.12";

    /// <summary>For the host and all VMs.</summary>
    public static ImmutableArray<KernelArgument> Arguments { get; } =
    [
        "page_alloc.shuffle=1", "hardened_usercopy=1",

        // Two threads of a core can read each other's secrets; VMs of different owners must never share one.
        "mitigations=auto,nosmt", "nosmt",
        "iommu=force",

        // 6.12 passes over these two; newer kernels know them.
        "hash_pointers=always", "cfi=kcfi",
    ];

    /// <summary>
    /// For the host, beside <see cref="Arguments"/>: kernel and programs never share page tables, whatever the processor. VMs do
    /// this only on processors that need it: it makes each of their system calls slower.
    /// </summary>
    public static ImmutableArray<KernelArgument> HostArguments { get; } = ["pti=on"];

    /// <summary>For the host and all VMs; later by name than Debian's own settings, so that it wins.</summary>
    public static ImmutableArray<FileSpec> Files { get; } =
    [
        FileSpec.Copy("/etc/sysctl.d/60-ghaf-hardening.conf", "kernel/hardening.sysctl.conf"),
    ];
}
