// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Checking;

namespace Ghaf.Cli.Tests.Checking;

public class HostStatementTests
{
    private const string Lo = "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN\n";
    private const string LoAddress = "1: lo    inet 127.0.0.1/8 scope host lo\n";

    [Fact]
    public Task Accepts_a_host_with_loopback_only() =>
        Some.Accepts(new HostHasNoNetwork(), Network(Lo, LoAddress), "lo only");

    [Theory]
    [InlineData(Lo + "2: eth0: <BROADCAST> mtu 1500\n", LoAddress, "eth0")]
    [InlineData(Lo, LoAddress + "2: tap0    inet 10.0.0.1/24 scope global tap0\n", "10.0.0.1/24")]
    [InlineData("", "", "not even lo")]
    public Task Rejects_a_host_with_any_other_interface(string links, string addresses, string evidence) =>
        Some.Rejects(new HostHasNoNetwork(), Network(links, addresses), evidence);

    [Fact]
    public Task Accepts_a_firmware_with_our_keys() => Some.Accepts(
        new SecureBootIsOn(),
        BootctlSays("System:\n    Firmware: UEFI 2.70\n Secure Boot: enabled (user)\n\nCurrent Boot Loader:\n      Product: systemd-boot 257\n"),
        "enabled (user); started by systemd-boot 257");

    [Theory]
    [InlineData("  Secure Boot: enabled (deployed)\n", "enabled (deployed)")]
    [InlineData("  Secure Boot: disabled (setup)\n", "disabled (setup)")]
    [InlineData("  Secure Boot: disabled\n", "Secure Boot: disabled")]
    [InlineData("bootctl: not found\n", "says nothing of it: bootctl: not found")]
    public Task Rejects_a_firmware_that_starts_anything(string said, string evidence) =>
        Some.Rejects(new SecureBootIsOn(), BootctlSays(said), evidence);

    [Fact]
    public Task Accepts_a_card_alone_in_its_group() =>
        Some.Accepts(new CardsAreBoundToVfio(), Card("vfio-pci", "0000:00:03.0 0x020000\n0000:00:01.0 0x060400\n"), "alone");

    [Theory]
    [InlineData("e1000e", "0000:00:03.0 0x020000", "bound to “e1000e”")]
    [InlineData("vfio-pci", "0000:00:03.0 0x020000\n0000:00:04.0 0x010000", "also has 0000:00:04.0")]
    public Task Rejects_a_card_that_is_not_wholly_handed_over(string driver, string members, string evidence) =>
        Some.Rejects(new CardsAreBoundToVfio(), Card(driver, members), evidence);

    [Fact]
    public Task Accepts_a_binding_before_the_first_VM() =>
        Some.Accepts(new CardsWereBoundBeforeVms(), Times("4000000", "4200000"), "bound 4.00 s");

    [Theory]
    [InlineData("4300000", "4200000", "started at 4.20 s, the cards were bound at 4.30 s")]
    [InlineData("0", "4200000", "never finished")]
    [InlineData("4000000", "0", "was never started")]
    public Task Rejects_a_binding_after_a_VM(string bound, string started, string evidence) =>
        Some.Rejects(new CardsWereBoundBeforeVms(), Times(bound, started), evidence);

    [Fact]
    public Task Accepts_hypervisors_under_their_own_users() =>
        Some.Accepts(new HypervisorsHaveTheirUsersAndLimits(), Hypervisors(cores: "1-2"), "net-vm: ");

    [Fact]
    public Task Rejects_hypervisors_on_the_hosts_cores() =>
        Some.Rejects(new HypervisorsHaveTheirUsersAndLimits(), Hypervisors(cores: "0-2"), "none before core 1");

    [Theory]
    [InlineData("0 436207616 1-2")]
    [InlineData("800 max 1-2")]
    [InlineData("800")]
    public Task Rejects_hypervisors_under_root_or_without_a_limit(string answer) => Some.Rejects(
        new HypervisorsHaveTheirUsersAndLimits(), new FakeDevice().Answers(FakeDevice.Host, "MainPID", answer), "net-vm: user, limit and cores are");

    [Theory]
    [InlineData("", "", true)]
    [InlineData("vmd.service loaded failed failed VM manager", "", false)]
    [InlineData("", "dnsmasq.service loaded failed failed DHCP", false)]
    public async Task A_failed_unit_anywhere_is_found(string host, string vm, bool holds)
    {
        var device = new FakeDevice().Answers(FakeDevice.Host, "--failed", host);
        Repository.Plan.Vms.ToList().ForEach(v => device.Answers(v.Name.Value, "--failed", vm));
        Assert.Equal(holds, (await new NoUnitHasFailed().CheckAsync(Some.Context(device), CancellationToken.None)).Holds);
    }

    private static FakeDevice Network(string links, string addresses) =>
        new FakeDevice().Answers(FakeDevice.Host, "ip -o link", links).Answers(FakeDevice.Host, "ip -o addr", addresses);

    private static FakeDevice BootctlSays(string text) => new FakeDevice().Answers(FakeDevice.Host, "bootctl", text);

    private static FakeDevice Card(string driver, string members) => new FakeDevice()
        .Answers(FakeDevice.Host, "/driver", driver).Answers(FakeDevice.Host, "iommu_group", members);

    private static FakeDevice Hypervisors(string cores)
    {
        var device = new FakeDevice();
        foreach (var vm in Repository.Plan.Vms)
        {
            device.Answers(FakeDevice.Host, $"ghaf-vm-{vm.Name}.service", $"{vm.Uid} {vm.Memory.Bytes + (160L << 20)} {cores}\n");
        }

        return device;
    }

    private static FakeDevice Times(string bound, string started) => new FakeDevice()
        .Answers(FakeDevice.Host, "ExecMainStartTimestampMonotonic", started)
        .Answers(FakeDevice.Host, "ghaf-passthrough.service", bound);
}
