// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <param name="Label">Its name in the partition table.</param>
/// <param name="Type">What it is for, as the specification of discoverable partitions says.</param>
/// <param name="Offset">In bytes from the start of the disk.</param>
/// <param name="Size">In bytes.</param>
public sealed record DiskPartition(string Label, Guid Type, Guid Identifier, long Offset, long Size);
