// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>A verified root file system, as the kernel is told of it.</summary>
/// <param name="RootHash">Stands for every byte.</param>
/// <param name="DataBytes">The length of the file system; a multiple of the block size.</param>
internal sealed record VerityTable(Sha256 RootHash, Sha256 Salt, long DataBytes)
{
    public const int BlockSize = 4096;
    private const int SectorSize = 512;

    /// <summary>
    /// The identifier of the root's partition: the first half of the root hash. The second half is that of the hash tree's. So
    /// says the specification of discoverable partitions, and so a kernel finds the two that belong to it, in whichever slot.
    /// </summary>
    public Guid RootPartition => Guid.Parse(RootHash.Hex[..32]);

    public Guid TreePartition => Guid.Parse(RootHash.Hex[32..]);

    /// <summary>
    /// The kernel's arguments that make the verified device without a program: Documentation/admin-guide/device-mapper,
    /// dm-init.rst and verity.rst.
    /// </summary>
    public IReadOnlyList<string> KernelArguments =>
    [
        // The first block of the tree's partition is its superblock.
        $"dm-mod.create=\"root,,,ro,0 {DataBytes / SectorSize} verity 1 PARTUUID={RootPartition} PARTUUID={TreePartition} "
            + $"{BlockSize} {BlockSize} {DataBytes / BlockSize} 1 sha256 {RootHash} {Salt} 1 panic_on_corruption\"",
        $"dm-mod.waitfor=\"PARTUUID={RootPartition},PARTUUID={TreePartition}\"",
        "root=/dev/dm-0", "rootfstype=erofs", "ro",
    ];
}
