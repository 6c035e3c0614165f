// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Tests;

public class CompiledKernelTests
{
    [Fact]
    public void Has_what_is_built_in_and_no_modules()
    {
        var graph = new ModuleGraph(FileContent.Of("kernel/drivers/block/virtio_blk.ko\nkernel/arch/x86/kvm/kvm-amd.ko\n"));
        Assert.Empty(graph.Closure(["virtio_blk", "kvm_amd", "e1000e"], out var unknown));
        Assert.Equal(["e1000e"], unknown);
    }
}
