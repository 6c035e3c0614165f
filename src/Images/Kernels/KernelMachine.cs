// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>What the kernel's build calls an architecture, and the file that it makes for it.</summary>
internal sealed record KernelMachine(string Name, string Image)
{
    /// <param name="architecture">Debian's name of it.</param>
    /// <exception cref="KernelMachineException">No compiler for it is locked.</exception>
    public static KernelMachine Of(string architecture) => architecture switch
    {
        "amd64" => new("x86", "bzImage"),
        _ => throw new KernelMachineException(architecture),
    };
}
