// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>What can be set on every system: the host, all VMs, one VM.</summary>
public static class SystemKeys
{
    public static ListKey<string> Packages { get; } = new("packages", "Debian packages by name; what they depend on comes with them.");

    public static ListKey<string> KernelModules { get; } = new(
        "kernelModules",
        "Kernel modules that the system may load, by name, or a folder of the kernel's module tree ending in a slash "
            + "(net/netfilter/). Only these and what they depend on are in the image.");

    public static ListKey<KernelArgument> KernelArguments { get; } = new(
        "kernelArguments",
        "Words of the kernel command line. A stronger layer's value of the same name replaces a weaker one's.",
        argument => argument.Identity);

    public static ListKey<FileSpec> Files { get; } = new(
        "files", "Files and symbolic links to put over the packages' own; one for each path.", file => file.Path);

    public static ScalarKey<string?> Kernel { get; } = new(
        "kernelPackage",
        "The Debian package whose dependency is the kernel; or one of Debian's sources, such as linux-source-6.12, for a kernel "
            + "that is compiled of kernelFragments. The guests share one.",
        null,
        "Debian's kernel for the machine's architecture");

    public static ListKey<string> KernelFragments { get; } = new(
        "kernelFragments",
        "What a compiled kernel is made of: fragments of its configuration by name, each a file kernel/NAME.config, or "
            + "kernel/NAME.ARCHITECTURE.config, or both. A later one wins. The guests' kernel has those of all VMs.");

    public static ImmutableArray<SettingKey> All { get; } = [Kernel, KernelFragments, KernelArguments, KernelModules, Packages, Files];
}
