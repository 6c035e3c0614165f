// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images.Tests.Boot;

public class VerityTableTests
{
    private static readonly VerityTable Table = new(
        Sha256.Parse("00112233445566778899aabbccddeeff0123456789abcdef0123456789abcdef"), Sha256.Of("salt"), 40 * 4096);

    [Fact]
    public void The_partitions_of_a_slot_are_named_by_the_halves_of_the_root_hash()
    {
        Assert.Equal("00112233-4455-6677-8899-aabbccddeeff", $"{Table.RootPartition}");
        Assert.Equal("01234567-89ab-cdef-0123-456789abcdef", $"{Table.TreePartition}");
    }

    [Fact]
    public void The_kernel_is_told_all_it_needs_without_a_program() => Assert.Equal(
        [
            "dm-mod.create=\"root,,,ro,0 320 verity 1 PARTUUID=00112233-4455-6677-8899-aabbccddeeff "
                + "PARTUUID=01234567-89ab-cdef-0123-456789abcdef 4096 4096 40 1 sha256 "
                + $"00112233445566778899aabbccddeeff0123456789abcdef0123456789abcdef {Sha256.Of("salt")} 1 panic_on_corruption\"",
            "dm-mod.waitfor=\"PARTUUID=00112233-4455-6677-8899-aabbccddeeff,PARTUUID=01234567-89ab-cdef-0123-456789abcdef\"",
            "root=/dev/dm-0", "rootfstype=erofs", "ro",
        ],
        Table.KernelArguments);
}
