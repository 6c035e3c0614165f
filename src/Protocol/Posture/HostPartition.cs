// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>A partition of a disk.</summary>
/// <param name="Device">The kernel's name of it: <c>vda2</c>.</param>
/// <param name="Label">Its name in the partition table; empty when it has none.</param>
/// <param name="Id">Its own identifier; null when udev did not say.</param>
public sealed record HostPartition(string Device, string Label, long Bytes, string? Id = null);
