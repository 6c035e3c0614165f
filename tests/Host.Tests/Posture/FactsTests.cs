// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Host.Posture;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests.Posture;

public sealed class FactsTests : IDisposable
{
    private readonly HostTreeOnDisk _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void A_kernel_without_modules_is_told_from_one_that_has_loaded_none()
    {
        Assert.Null(KernelFacts.Read(_host.Tree).Modules);
        Assert.Empty(KernelFacts.Read(_host.With("proc/modules", "").Tree).Modules!);
        _host.With("proc/modules", "vhost_vsock 24576 0 - Live 0x0\nbutton 1 0 - Live 0x0\n");
        Assert.Equal(["button", "vhost_vsock"], KernelFacts.Read(_host.Tree).Modules);
    }

    [Fact]
    public void Parameters_have_the_value_that_the_last_file_wants_and_the_one_they_have()
    {
        _host.With("etc/sysctl.d/10-first.conf", "# comment\nkernel.kptr_restrict = 1\n-net.core.bpf_jit_harden=2\n")
            .With("etc/sysctl.d/60-last.conf", "kernel.kptr_restrict=2\n")
            .With("proc/sys/kernel/kptr_restrict", "1\n");
        Assert.Equal(
            [new KernelParameter("kernel.kptr_restrict", "2", "1"), new KernelParameter("net.core.bpf_jit_harden", "2", null)],
            KernelFacts.Read(_host.Tree).Parameters);
    }

    [Fact]
    public void Files_of_sysfs_are_read_whose_length_is_not_what_it_seems() =>
        Assert.StartsWith("0", new HostTree("/").Text("sys/devices/system/cpu/online"));

    [Fact]
    public void Lockdown_is_the_chosen_word() =>
        Assert.Equal("integrity", KernelFacts.Read(_host.With("sys/kernel/security/lockdown", "none [integrity] confidentiality\n").Tree).Lockdown);

    [Fact]
    public void The_variables_of_the_firmware_are_read_behind_their_attributes()
    {
        const string folder = "sys/firmware/efi/efivars";
        _host.With($"{folder}/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c", [6, 0, 0, 0, 1])
            .With($"{folder}/SetupMode-8be4df61-93ca-11d2-aa0d-00e098032b8c", [6, 0, 0, 0, 0])
            .With($"{folder}/LoaderInfo-4a67b082-0a4c-41cf-b6c7-440b29bb8c4f", [6, 0, 0, 0, .. Encoding.Unicode.GetBytes("systemd-boot 257\0")]);
        Assert.Equal(new FirmwarePosture(true, false, "systemd-boot 257", null, null), FirmwareFacts.Read(_host.Tree));
    }

    [Fact]
    public void A_machine_without_such_a_firmware_says_nothing_of_it() =>
        Assert.Equal(new FirmwarePosture(null, null, null, null, null), FirmwareFacts.Read(_host.Tree));

    [Fact]
    public void Partitions_have_their_labels_and_identifiers_and_disks_are_none()
    {
        _host.With("sys/class/block/vda/uevent", "DEVTYPE=disk\n")
            .With("sys/class/block/vda2/uevent", "MAJOR=254\nDEVTYPE=partition\nPARTN=2\nPARTNAME=vm-release-a\n")
            .With("sys/class/block/vda2/size", "2048\n")
            .WithLink("dev/disk/by-partuuid/2f1c", "../../vda2");
        Assert.Equal([new HostPartition("vda2", "vm-release-a", 1 << 20, "2f1c")], PartitionFacts.Read(_host.Tree));
    }

    [Fact]
    public void Threads_of_the_kernel_are_no_processes()
    {
        _host.With("proc/2/cmdline", "")
            .WithLink("proc/415/exe", "/usr/lib/ghaf/vmd").With("proc/415/status", "Name:\tvmd\nUid:\t0\t0\t0\t0\n")
            .With("proc/415/cgroup", "0::/system.slice/ghaf-vmd.service\n")
            .With("proc/500/cmdline", "/usr/bin/qemu-system-x86_64\0-name\0").With("proc/500/status", "Uid:\t800\t800\t800\t800\n")
            .With("proc/500/cgroup", "0::/init.scope\n").With("proc/version", "Linux")
            .WithLink("proc/600/exe", "/usr/bin/udevadm").With("proc/600/status", "Uid:\t0\t0\t0\t0\n")
            .With("proc/600/cgroup", "0::/system.slice/systemd-udevd.service/udev\n");
        Assert.Equal(
            [
                new HostProcess("/usr/bin/qemu-system-x86_64", 800, ""), new HostProcess("/usr/bin/udevadm", 0, "systemd-udevd.service"),
                new HostProcess("/usr/lib/ghaf/vmd", 0, "ghaf-vmd.service"),
            ],
            ProcessFacts.Read(_host.Tree));
    }

    [Fact]
    public void The_root_comes_first_among_mounts()
    {
        _host.With("proc/1/mounts", "tmpfs /run tmpfs rw,nosuid 0 0\n/dev/dm-0 / erofs ro,relatime 0 0\n");
        var mounts = MountFacts.Read(_host.Tree);
        Assert.Equal(["/", "/run"], mounts.Select(mount => mount.Point));
        Assert.Equal(["ro", "relatime"], mounts[0].Options);
    }

    [Fact]
    public void Units_without_a_file_are_left_out() => Assert.Equal(
        [new HostUnit("ghaf-vmd.service", "active", "running"), new HostUnit("getty@tty1.service", "failed", "failed")],
        UnitList.Parse(
            "ghaf-vmd.service loaded active running VM manager\nplymouth.service not-found inactive dead plymouth.service\n"
            + "getty@tty1.service loaded failed failed Getty on tty1\n"));

    [Fact]
    public void The_kernel_gives_this_test_a_socket_and_no_nonsense()
    {
        var sockets = NetworkFacts.Read(_host.Tree).Sockets;
        Assert.Contains(new SocketTry("AF_INET", null), sockets);
        Assert.Equal("EAFNOSUPPORT", ErrorNames.Of(97));
    }
}
