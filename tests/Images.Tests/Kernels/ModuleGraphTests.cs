// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.Images.Tests;

public class ModuleGraphTests
{
    private readonly RootTree _kernel = new();

    public ModuleGraphTests()
    {
        Add("fs/erofs/erofs.ko", "depends=libcrc32c");
        Add("lib/libcrc32c.ko", "depends=", "softdep=pre: crc32c");
        Add("crypto/crc32c_generic.ko", "alias=crypto-crc32c", "alias=crc32c", "depends=");
        Add("drivers/net/virtio_net.ko", "depends=failover,net-failover");
        Add("net/core/failover.ko", "depends=");
        Add("drivers/net/net_failover.ko", "depends=failover");
        _kernel.Set("usr/lib/modules/6/modules.builtin", Text("kernel/drivers/virtio/virtio_pci.ko\n"));
    }

    [Fact]
    public void Each_module_comes_after_what_it_needs() => Assert.Equal(
        ["failover", "net_failover", "virtio_net"], Closure("virtio-net"));

    [Fact]
    public void An_algorithm_that_is_asked_for_softly_is_found_by_its_alias() => Assert.Equal(
        ["crc32c_generic", "libcrc32c", "erofs"], Closure("erofs"));

    [Fact]
    public void What_is_built_in_is_there_already() => Assert.Empty(Closure("virtio_pci"));

    [Fact]
    public void Names_what_the_kernel_does_not_have()
    {
        new ModuleGraph(_kernel, "6").Closure(["erofs", "no_such"], out var unknown);
        Assert.Equal(["no_such"], unknown);
    }

    private IEnumerable<string> Closure(string wanted) =>
        new ModuleGraph(_kernel, "6").Closure([wanted], out _).Select(module => module.Name);

    private void Add(string path, params string[] info) =>
        _kernel.Set($"usr/lib/modules/6/kernel/{path}", Text("ELF…\0" + string.Join('\0', info) + "\0rest"));

    private static RootEntry Text(string text) =>
        new(RootEntryKind.File, 0b110_100_100) { Content = FileContent.Of(Encoding.UTF8.GetBytes(text)) };
}
