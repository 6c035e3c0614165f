// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images.Tests;

public sealed class SysctlFilesTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void The_last_file_by_name_has_the_last_word()
    {
        File.WriteAllText(_scratch.File("ours.conf"), "# Why.\nkernel.sysrq = 0\n-net/ipv4/conf/eth0.1/forwarding=1\n");
        var values = SysctlFiles.Read(
            [
                new FilePlan { Path = "/etc/sysctl.d/60-ours.conf", Mode = "0644", Source = "ours.conf" },
                new FilePlan { Path = "/etc/sysctl.d/50-theirs.conf", Mode = "0644", Content = "kernel.sysrq=438\nvm.swappiness=1\n" },
                new FilePlan { Path = "/etc/sysctl.d/70-masked.conf", Target = "/dev/null" },
                new FilePlan { Path = "/etc/issue", Mode = "0644", Content = "kernel.sysrq=1" },
            ],
            [_scratch.Path]);
        Assert.Equal(
            ["kernel.sysrq=0", "net.ipv4.conf.eth0.1.forwarding=1", "vm.swappiness=1"], values.Select(one => $"{one.Key}={one.Value}"));
    }
}
