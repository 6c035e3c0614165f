// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>What a build gives.</summary>
/// <param name="Disk">The disk image in the store. Never write to it.</param>
/// <param name="Toolchain">The root of the locked toolchain, which has the emulator.</param>
/// <param name="Images">What its file systems are made of.</param>
/// <param name="RootHash">The root hash of the host's root: stands for every byte of it.</param>
public sealed record BuiltDevice(string Disk, string Toolchain, BuiltImages Images, Sha256 RootHash)
{
    /// <summary>
    /// The variables of an emulated firmware that starts what is signed for this device, and nothing else; null unless built
    /// <see cref="BuildOptions.ForEmulator"/>.
    /// </summary>
    public string? FirmwareVariables { get; init; }
}
