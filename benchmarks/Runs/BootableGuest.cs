// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Benchmarks.Runs;

/// <summary>A VM that the emulator starts directly.</summary>
/// <param name="Disks">Files by the serial number that the disk gets, in their order.</param>
internal sealed record BootableGuest(
    string Name, string Kernel, string Initrd, ImmutableArray<(string Serial, string File)> Disks, ImmutableArray<string> KernelArguments);
