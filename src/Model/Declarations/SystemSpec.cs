// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>What can be put into any root file system, be it the host's or a VM's.</summary>
public abstract record SystemSpec
{
    private protected SystemSpec()
    {
    }

    /// <summary>Debian packages by name. Default: none.</summary>
    public ImmutableArray<string> Packages { get; init; } = [];

    /// <summary>
    /// Kernel modules that the system may load, by name, or a folder of the kernel's module tree ending in a slash
    /// (<c>net/netfilter/</c>). Only these and what they depend on are in the image. Default: none.
    /// </summary>
    public ImmutableArray<string> KernelModules { get; init; } = [];

    /// <summary>Added to the kernel command line, in order. Default: none.</summary>
    public ImmutableArray<string> KernelArguments { get; init; } = [];

    /// <summary>Files and links to put over the packages' own. Default: none.</summary>
    public ImmutableArray<FileSpec> Files { get; init; } = [];
}
