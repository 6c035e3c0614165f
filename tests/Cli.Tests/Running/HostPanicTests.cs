// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Running;

public class HostPanicTests
{
    [Fact]
    public void Finds_the_kernels_last_words()
    {
        using var scratch = new ScratchFolder();
        var log = scratch.Write("host.log", "[    1.2] ok\r\n[    3.4] Kernel panic - not syncing: VFS: Unable to mount root fs\r\n");
        Assert.Equal("[    3.4] Kernel panic - not syncing: VFS: Unable to mount root fs", HostPanic.Find(log));
    }

    [Fact]
    public void Finds_nothing_in_a_log_without_one_or_without_a_log()
    {
        using var scratch = new ScratchFolder();
        Assert.Null(HostPanic.Find(scratch.Write("host.log", "all well\n")));
        Assert.Null(HostPanic.Find(scratch.File("none")));
    }
}
