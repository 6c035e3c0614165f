// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>Storage of a VM that outlives its restarts.</summary>
/// <param name="Name">At most 20 characters, a limit of a disk's serial number: lower-case letters, digits, hyphens.</param>
/// <param name="Size">Unit: bytes.</param>
/// <param name="MountPoint">Where the VM mounts it; a plain absolute path.</param>
public sealed record Volume(string Name, ByteSize Size, string MountPoint)
{
    public override string ToString() => $"{Size} at {MountPoint}";
}
