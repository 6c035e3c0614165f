// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Host.Passthrough;

namespace Ghaf.Host.Tests;

public sealed class BindPassthroughTests : IDisposable
{
    private const string Nic = "0000:00:03.0";
    private readonly FakeSysfs _tree = new();
    private readonly StringWriter _said = new();

    public void Dispose()
    {
        _tree.Dispose();
        _said.Dispose();
    }

    [Theory]
    [InlineData(null, "was without driver")]
    [InlineData("e1000e", "was e1000e")]
    [InlineData("vfio-pci", "was vfio-pci")]
    public void Accepts_a_device_of_its_own_group(string? driver, string said)
    {
        _tree.AddDevice(Nic, 5, driver);
        Assert.Equal(0, Run(Net(Nic)));
        Assert.Equal("vfio-pci", _tree.DriverOf(Nic));
        Assert.Equal(["dev/vfio/5 901:902"], _tree.Given);
        Assert.Contains(said, _said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_a_bridge_in_the_group()
    {
        _tree.AddDevice(Nic, 5).AddDevice("0000:00:02.0", 5, "pcieport", "0x060400");
        Assert.Equal(0, Run(Net(Nic)));
        Assert.Equal("pcieport", _tree.DriverOf("0000:00:02.0"));
    }

    [Fact]
    public void Accepts_all_functions_of_a_group_for_one_VM()
    {
        _tree.AddDevice("0000:00:03.0", 5).AddDevice("0000:00:03.1", 5);
        Assert.Equal(0, Run(Net("0000:00:03.0"), Net("0000:00:03.1")));
    }

    [Fact]
    public void Rejects_a_device_that_is_not_there()
        => Refuses("0000:00:03.0, assigned to net-vm, is not in this machine. (Compare the hardware definition with lspci -D.)", Net(Nic));

    [Fact]
    public void Rejects_another_device_at_the_address()
    {
        _tree.AddDevice(Nic, 5);
        Refuses(
            "0000:00:03.0, assigned to net-vm, is 8086:10d3 and not 10ec:8168. (Compare the hardware definition with lspci -Dn.)",
            Net(Nic) with { Id = "10ec:8168" });
    }

    [Fact]
    public void Rejects_a_device_without_IOMMU_group()
    {
        _tree.AddDevice(Nic, null, "e1000e");
        Refuses(
            "0000:00:03.0, assigned to net-vm, has no IOMMU group. (Turn on VT-d or AMD-Vi in the firmware, and intel_iommu=on on the kernel command line.)",
            Net(Nic));
        Assert.Equal("e1000e", _tree.DriverOf(Nic));
    }

    [Fact]
    public void Rejects_a_stranger_in_the_group()
    {
        _tree.AddDevice(Nic, 5).AddDevice("0000:00:03.1", 5, "ahci", "0x010601");
        Refuses(
            "0000:00:03.0, assigned to net-vm, shares IOMMU group 5 with 0000:00:03.1. (Assign 0000:00:03.1 to net-vm too, or use another slot.)",
            Net(Nic));
    }

    [Fact]
    public void Rejects_a_group_of_two_VMs()
    {
        _tree.AddDevice(Nic, 5).AddDevice("0000:00:03.1", 5);
        Assert.Equal(1, Run(Net(Nic), new PassthroughDevice("0000:00:03.1", FakeSysfs.Id, "gui-vm", "ghaf-gui-vm")));
        Assert.Contains(
            "0000:00:03.0 of net-vm and 0000:00:03.1 of gui-vm are both in IOMMU group 5. (Assign both to the same VM.)",
            _said.ToString(),
            StringComparison.Ordinal);
        Assert.Null(_tree.DriverOf(Nic));
    }

    [Fact]
    public void Rejects_an_unknown_user()
    {
        _tree.AddDevice(Nic, 5);
        Refuses(
            "0000:00:03.0 is for the user nobody-vm, whom the host does not have. (Add it to the host's sysusers.d.)",
            new PassthroughDevice(Nic, FakeSysfs.Id, "net-vm", "nobody-vm"));
    }

    [Fact]
    public void Rejects_a_host_without_the_driver()
    {
        _tree.AddDevice(Nic, 5).RemoveVfio();
        Refuses("The driver vfio-pci is not loaded. (Add vfio-pci to the host's modules-load.d.)", Net(Nic));
    }

    [Fact]
    public void Reports_a_device_that_the_driver_did_not_take()
    {
        _tree.AddDevice(Nic, 5).ProbeFails = true;
        Refuses(
            "0000:00:03.0 could not be bound to vfio-pci for net-vm: its driver is none after binding. (See dmesg for what vfio-pci says.)",
            Net(Nic));
    }

    [Fact]
    public void One_failure_does_not_hide_the_next()
    {
        _tree.AddDevice("0000:00:05.0", 6);
        Assert.Equal(1, Run(Net(Nic), Net("0000:00:04.0"), Net("0000:00:05.0")));
        Assert.Equal(3, _said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("vfio-pci", _tree.DriverOf("0000:00:05.0"));
    }

    private static PassthroughDevice Net(string address) => new(address, FakeSysfs.Id, "net-vm", "ghaf-net-vm");

    private int Run(params PassthroughDevice[] devices) => BindPassthrough.Run(devices, _tree, new Log(_said, TimeProvider.System));

    private void Refuses(string message, PassthroughDevice device)
    {
        Assert.Equal(1, Run(device));
        Assert.Equal(message + Environment.NewLine, _said.ToString());
        Assert.Empty(_tree.Given);
    }
}
