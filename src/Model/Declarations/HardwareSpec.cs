// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Ghaf.Model;

/// <summary>A machine, as data: nothing here decides anything.</summary>
public sealed record HardwareSpec
{
    public HardwareSpec(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Name = name;
        Location = SourceLocation.FromCaller(file, line);
    }

    public string Name { get; }

    /// <summary>What people call it. Default: the name.</summary>
    public string? Title { get; init; }

    /// <summary>Where the facts are from: pages and files of public sources. Default: not said.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Debian's name of the processor architecture. Default: <c>amd64</c>.</summary>
    public string Architecture { get; init; } = "amd64";

    /// <summary>Installed memory.</summary>
    public required ByteSize Memory { get; init; }

    /// <summary>Processor cores.</summary>
    public required int Cores { get; init; }

    /// <summary>How many of the cores, the first ones, no VM runs on. Default: 0, VMs and the host share all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int HostCores
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>The device file of the disk that the system is installed on. Default: not known.</summary>
    public string? Disk { get; init; }

    /// <summary>The device tree's file in the kernel's tree, such as <c>nvidia/…dtb</c>. Default: none, as on PCs.</summary>
    public string? DeviceTree { get; init; }

    /// <summary>Devices that can be passed through to a VM.</summary>
    public ImmutableArray<HardwareDeviceSpec> Devices { get; init; } = [];

    /// <summary>Keyboards, touchpads and the like, with the names they have in different builds of the machine.</summary>
    public ImmutableArray<InputDeviceSpec> Inputs { get; init; } = [];

    /// <summary>Serial ports.</summary>
    public ImmutableArray<UartSpec> Uarts { get; init; } = [];

    /// <summary>The Debian package whose dependency is the kernel. Default: Debian's for the architecture.</summary>
    public string? KernelPackage { get; init; }

    /// <summary>What a compiled kernel of the host needs on this machine: <see cref="SystemKeys.KernelFragments"/>.</summary>
    public ImmutableArray<string> KernelFragments { get; init; } = [];

    /// <summary>Kernel modules that find the disk, before there is a root file system.</summary>
    public ImmutableArray<string> BootModules { get; init; } = [];

    /// <summary>Kernel modules the host needs on this machine: its virtualization, its buses.</summary>
    public ImmutableArray<string> KernelModules { get; init; } = [];

    /// <summary>Kernel arguments the host needs on this machine.</summary>
    public ImmutableArray<KernelArgument> KernelArguments { get; init; } = [];

    internal SourceLocation Location { get; }
}
