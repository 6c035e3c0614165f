// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Checking;
using Ghaf.Cli.Checking.Requirements;
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Checking;

/// <summary>Each requirement of the minimal host with hosts that violate it in one way.</summary>
public class RequirementTests
{
    [Fact]
    public void A_good_host_meets_all() =>
        Assert.All(AllRequirements.InOrder, requirement => Assert.True(
            requirement.Check(GoodHost.Evidence) is { Holds: true, Evidence.Length: > 0 } found, $"{requirement.Text}: {requirement.Check(GoodHost.Evidence)}"));

    [Fact]
    public void The_nine_have_their_names_in_order() => Assert.Equal(
        Enumerable.Range(1, 9).Select(n => $"MH0{n}"), AllRequirements.InOrder.Take(9).Select(requirement => requirement.Text[..4]));

    [Fact]
    public void Rejects_another_root_than_what_was_built()
    {
        Rejects(new DefinedByOneFile(), GoodHost.Evidence with { RootHash = "ffff" }, "the running host is 4d5f, this definition makes ffff");
        Rejects(new DefinedByOneFile(), GoodHost.Root(root => root with { Verity = null }), "nothing verifies");
    }

    [Fact]
    public void Rejects_a_host_that_is_too_large_or_has_more_than_it_needs()
    {
        Rejects(new Reduced(), GoodHost.Evidence with { Size = GoodHost.Evidence.Size with { HostBytes = 150_100_000 } }, "the host has 150.1 MB");
        Rejects(new Reduced(), GoodHost.WithProgram("/usr/bin/dash"), "shells: /usr/bin/dash");
        Rejects(new Reduced(), GoodHost.Root(root => root with { SetIdFiles = ["/usr/bin/mount"] }), "setuid or setgid: /usr/bin/mount");
        Rejects(new Reduced(), GoodHost.Root(root => root with { Files = 0 }), "saw no file");
    }

    [Theory]
    [InlineData("AF_INET", null, "the kernel gives sockets: AF_INET")]
    [InlineData("AF_PACKET", null, "the kernel gives sockets: AF_PACKET")]
    [InlineData("AF_INET", "EPERM", "AF_INET is refused for another reason")]
    [InlineData("AF_INET6", "EACCES", "AF_INET6 is refused for another reason")]
    public void Rejects_sockets_to_the_world(string family, string? error, string evidence) => Rejects(
        new NoNetwork(),
        GoodHost.With(p => p with
        {
            Network = p.Network with { Sockets = [.. p.Network.Sockets.Where(s => s.Family != family), new SocketTry(family, error)] },
        }),
        evidence);

    [Fact]
    public void Rejects_interfaces_and_tools_of_a_network()
    {
        Rejects(new NoNetwork(), GoodHost.With(p => p with { Network = p.Network with { Interfaces = ["eth0", "lo"] } }), "interfaces: eth0");
        Rejects(new NoNetwork(), GoodHost.WithProgram("/usr/sbin/ip"), "tools: /usr/sbin/ip");
    }

    [Fact]
    public void Rejects_anything_that_draws()
    {
        Rejects(new NoGraphics(), GoodHost.With(p => p with { Screens = ["/dev/fb0"] }), "the kernel offers: /dev/fb0");
        Rejects(new NoGraphics(), GoodHost.WithProgram("/usr/lib/x86_64-linux-gnu/libwayland-client.so.0"), "libwayland-client");
    }

    [Fact]
    public void Rejects_anything_to_log_in_to()
    {
        Rejects(new NoGetty(), GoodHost.WithProgram("/usr/sbin/agetty"), "programs: /usr/sbin/agetty");
        Rejects(new NoGetty(), GoodHost.With(p => p with { Units = [new HostUnit("serial-getty@ttyS0.service", "active", "running")] }), "serial-getty@ttyS0");
        Rejects(new NoGetty(), GoodHost.With(p => p with { Processes = [new HostProcess("/usr/bin/bash", 0, "x.service")] }), "processes: /usr/bin/bash");
        Rejects(new NoGetty(), GoodHost.With(p => p with { Units = [] }), "saw no unit");
        Rejects(new NoGetty(), GoodHost.Evidence with { Plan = GoodHost.Plan with { DebugAccess = true } }, "allows access for debugging");
    }

    [Theory]
    [InlineData("/usr/bin/dpkg", "package managers: /usr/bin/dpkg")]
    [InlineData("/usr/bin/apt-get", "package managers: /usr/bin/apt-get")]
    [InlineData("/usr/bin/perl5.40.1", "interpreters: /usr/bin/perl5.40.1")]
    [InlineData("/usr/bin/python3.13", "interpreters: /usr/bin/python3.13")]
    [InlineData("/usr/bin/gcc-14", "interpreters: /usr/bin/gcc-14")]
    public void Rejects_tools_that_make_or_install_programs(string program, string evidence) =>
        Rejects(new NoBuildTools(), GoodHost.WithProgram(program), evidence);

    [Fact]
    public void Rejects_a_host_that_saw_no_program() =>
        Rejects(new NoBuildTools(), GoodHost.Root(root => root with { Programs = [] }), "saw no program");

    [Fact]
    public void Rejects_a_kernel_of_a_distribution_or_one_that_is_open()
    {
        Rejects(new MinimalKernel(), GoodHost.Kernel(k => k with { Release = "6.12.48+deb13-amd64" }), "none that Ghaf compiles");
        Rejects(new MinimalKernel(), GoodHost.Kernel(k => k with { Modules = [] }), "it loads modules, 0 of them now");
        Rejects(new MinimalKernel(), GoodHost.Kernel(k => k with { Lockdown = "none" }), "lockdown is none");
        Rejects(new MinimalKernel(), GoodHost.Kernel(k => k with { Lockdown = null }), "lockdown is not there");
        Rejects(
            new MinimalKernel(),
            GoodHost.Kernel(k => k with { Parameters = [new KernelParameter("kernel.kptr_restrict", "2", "0")] }),
            "kernel.kptr_restrict is 0 instead of 2");
        Rejects(new MinimalKernel(), GoodHost.Kernel(k => k with { Parameters = [] }), "no kernel parameter");
        Rejects(new MinimalKernel(), GoodHost.Kernel(k => k with { CommandLine = "quiet" }), "arguments that the boot loader did not give");
    }

    [Fact]
    public void Rejects_a_disk_without_room_for_an_update()
    {
        Rejects(new UpdatedFromOutside(), GoodHost.With(p => p with { Partitions = [.. p.Partitions.Take(3)] }), "slot B is not as large");
        Rejects(new UpdatedFromOutside(), GoodHost.With(p => p with { Partitions = [.. p.Partitions.Skip(1)] }), "there is no slot A");
        Rejects(new UpdatedFromOutside(), GoodHost.With(p => p with { Firmware = p.Firmware with { CountedFile = null } }), "does not count");
        Rejects(new UpdatedFromOutside(), GoodHost.WithProgram("/usr/bin/apt"), "updaters: /usr/bin/apt");
    }

    [Fact]
    public void Rejects_a_root_that_can_be_changed()
    {
        Rejects(new ReadOnlyAndVerified(), Mounts(new HostMount("/", "overlay", "overlay", ["rw"])), "the root is overlay of overlay (rw)");
        Rejects(new ReadOnlyAndVerified(), Mounts(new HostMount("/etc", "tmpfs", "tmpfs", ["rw"])), "mounted over: /etc");
        Rejects(new ReadOnlyAndVerified(), Mounts(new HostMount("/etc/machine-id", "tmpfs", "tmpfs", ["rw"])), "mounted over: /etc/machine-id");
        Rejects(new ReadOnlyAndVerified(), Mounts(new HostMount("/etc/passwd", "tmpfs", "tmpfs", ["ro"])), "mounted over: /etc/passwd");
        Rejects(new ReadOnlyAndVerified(), Mounts(new HostMount("/var", "ext4", "/dev/vda6", ["rw"])), "/var is ext4 of /dev/vda6");
        Rejects(new ReadOnlyAndVerified(), GoodHost.Root(root => root with { Verity = null }), "nothing verifies the root");
        Rejects(new ReadOnlyAndVerified(), GoodHost.Root(root => root with { Verity = root.Verity! with { Intact = false } }), "a block of the root was wrong");
        Rejects(new ReadOnlyAndVerified(), GoodHost.Root(root => root with { Verity = root.Verity! with { Options = [] } }), "panic_on_corruption is not set");
        Rejects(new ReadOnlyAndVerified(), GoodHost.Root(root => root with { Writes = [new WriteTry("/etc", null)] }), "/etc (written)");
        Rejects(new ReadOnlyAndVerified(), GoodHost.Root(root => root with { Writes = [new WriteTry("/etc", "EACCES")] }), "/etc (EACCES)");
        Rejects(new ReadOnlyAndVerified(), GoodHost.Root(root => root with { Writes = [] }), "did not try");
    }

    [Theory]
    [InlineData(false, false, "Secure Boot is off")]
    [InlineData(null, false, "Secure Boot is off")]
    [InlineData(true, true, "anybody may enrol keys")]
    public void Rejects_a_firmware_that_starts_anything(bool? secure, bool? setup, string evidence) => Rejects(
        new ReadOnlyAndVerified(), GoodHost.With(p => p with { Firmware = p.Firmware with { SecureBoot = secure, SetupMode = setup } }), evidence);

    [Fact]
    public void Rejects_what_is_not_on_the_list()
    {
        Rejects(new RunsOnlyWhatIsListed(), Units("sshd.service", "active"), "units: sshd.service");
        Rejects(new RunsOnlyWhatIsListed(), Units("ghaf-vmd.service", "failed"), "failed: ghaf-vmd.service");
        Rejects(new RunsOnlyWhatIsListed(), Processes("/usr/sbin/sshd", "sshd.service"), "/usr/sbin/sshd of sshd.service");
        Rejects(new RunsOnlyWhatIsListed(), Processes("/tmp/miner", ""), "/tmp/miner of no unit");
        Rejects(new RunsOnlyWhatIsListed(), GoodHost.With(p => p with { Processes = [] }), "saw no unit or no process");
    }

    private static HostEvidence Units(string name, string active) =>
        GoodHost.With(p => p with { Units = [.. p.Units, new HostUnit(name, active, "running")] });

    private static HostEvidence Processes(string program, string unit) =>
        GoodHost.With(p => p with { Processes = [.. p.Processes, new HostProcess(program, 0, unit)] });

    private static HostEvidence Mounts(HostMount other) =>
        GoodHost.Root(root => root with { Mounts = [.. root.Mounts.Where(mount => mount.Point != other.Point), other] });

    private static void Rejects(IRequirement requirement, HostEvidence evidence, string why)
    {
        var result = requirement.Check(evidence);
        Assert.False(result.Holds, result.Evidence);
        Assert.Contains(why, result.Evidence);
    }
}
