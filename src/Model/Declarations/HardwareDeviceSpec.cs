// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>A device of a machine that can be passed through to a VM.</summary>
public abstract record HardwareDeviceSpec
{
    private protected HardwareDeviceSpec(string name) => Name = name;

    /// <summary>What definitions call it.</summary>
    public string Name { get; }

    /// <summary>The kernel module that drives it in the VM. Default: none that has to be loaded by name.</summary>
    public string? Driver { get; init; }

    /// <summary>Where this is known from: a page, a file of a public source, a scan of the machine. Default: not said.</summary>
    public string? Source { get; init; }

    internal abstract DeviceBus Bus { get; }
}
