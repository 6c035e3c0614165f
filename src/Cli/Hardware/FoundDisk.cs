// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Cli.Hardware;

/// <summary>A disk that is built in.</summary>
/// <param name="Device">Its device file.</param>
/// <param name="Folder">In sysfs, without links, on the bus it is attached to.</param>
/// <param name="Modules">The kernel modules that find it, from the bus to the disk.</param>
internal sealed record FoundDisk(string Device, string Folder, ImmutableArray<string> Modules);
