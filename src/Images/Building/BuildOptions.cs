// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>Where a build takes from what is not a package of the lock.</summary>
/// <param name="Sources">The folder with <c>src/Host</c>, the sources of the host daemon.</param>
/// <param name="FileFolders">
/// Where the files of <c>FileSpec.Copy</c> are looked for: the folders <c>files</c> of all libraries of modules that the
/// definition is made of.
/// </param>
/// <param name="Signer">Signs what the firmware starts.</param>
/// <param name="Measurements">Signs what a TPM measures, for devices with storage.</param>
public sealed record BuildOptions(
    string Sources, ImmutableArray<string> FileFolders, ISignPrograms Signer, ISignMeasurements Measurements)
{
    /// <summary>Whether an emulator is to boot it, which needs a firmware that trusts the device's keys. Default: false.</summary>
    public bool ForEmulator { get; init; }
}
