// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Runners.Emulation;

/// <summary>What an emulated machine remembers when its power is off, in one folder.</summary>
/// <param name="Folder">The run's own, gone with it; or a folder of the user's, which makes it the same machine each time.</param>
public sealed record MachineMemory(string Folder)
{
    /// <summary>The firmware's variables.</summary>
    public string FirmwareVariables => Path.Combine(Folder, "firmware-variables.fd");

    /// <summary>The folder of what the TPM remembers.</summary>
    public string Tpm => Path.Combine(Folder, "tpm");

    /// <summary>The disk of a machine that is kept.</summary>
    public string Disk => Path.Combine(Folder, "disk.raw");
}
