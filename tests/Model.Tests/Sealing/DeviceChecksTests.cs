// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model.Tests;

public class DeviceChecksTests
{
    [Fact]
    public void Accepts_the_sample() => Assert.Empty(Sealer.Seal(Sample.Device(Sample.Net, Sample.App), "debug").Diagnostics);

    [Theory]
    [InlineData("Net-vm")]
    [InlineData("net_vm")]
    [InlineData("-vm")]
    [InlineData("vm-")]
    [InlineData("a--b")]
    [InlineData("1st-vm")]
    [InlineData("abcdefghijklmnopqrstuvwxyza")]
    [InlineData("")]
    public void Rejects_a_name_that_is_no_hostname(string name) =>
        Assert.Equal("GHAF001", Single(Sample.Device(new VmSpec(name))).Id);

    [Theory]
    [InlineData("net-vm")]
    [InlineData("a")]
    [InlineData("vm2")]
    [InlineData("abcdefghijklmnopqrstuvwxyz")]
    public void Accepts_a_kebab_case_name(string name) =>
        Assert.Empty(Sealer.Seal(Sample.Device(new VmSpec(name)), "debug").Diagnostics);

    [Fact]
    public void Rejects_a_name_that_is_taken_and_says_where()
    {
        var diagnostic = Single(Sample.Device(Sample.Net, Sample.App, new VmSpec("app-vm")));
        Assert.Equal("GHAF002", diagnostic.Id);
        Assert.StartsWith("is already declared at tests/Model.Tests/Sealing/Sample.cs:", diagnostic.Message);
        Assert.EndsWith("DeviceChecksTests.cs", diagnostic.File);
    }

    [Fact]
    public void Rejects_more_memory_than_the_machine_has()
    {
        var diagnostic = Single(Sample.Device(new VmSpec("big-vm") { Memory = 2.GiB }));
        Assert.Equal("GHAF003", diagnostic.Id);
        Assert.Equal("needs 2.5 GiB (512 MiB for the host); sample-machine has 2 GiB", diagnostic.Message);
    }

    [Fact]
    public void Rejects_a_device_the_machine_does_not_have()
    {
        var diagnostic = Single(Sample.Device(new VmSpec("gui-vm") { Devices = ["display"] }));
        Assert.Equal("GHAF004", diagnostic.Id);
        Assert.Equal("asks for device “display”; sample-machine has ethernet, wifi", diagnostic.Message);
    }

    [Fact]
    public void Rejects_an_uplink_that_is_not_the_VMs() =>
        Assert.Equal("GHAF004", Single(Sample.Device(new VmSpec("net-vm") { Uplink = "wifi" })).Id);

    [Fact]
    public void Rejects_a_device_in_two_VMs()
    {
        var diagnostic = Single(Sample.Device(Sample.Net, new VmSpec("thief-vm") { Devices = ["ethernet"] }));
        Assert.Equal("GHAF005", diagnostic.Id);
        Assert.Equal("asks for device “ethernet”, which net-vm has", diagnostic.Message);
    }

    [Theory]
    [InlineData("nobody-vm")]
    [InlineData("app-vm")]
    public void Rejects_a_gateway_without_uplink(string gateway) => Assert.Equal(
        "GHAF006", Single(Sample.Device(Sample.Net, Sample.App, new VmSpec("other-vm") { Gateway = gateway })).Id);

    [Fact]
    public void Rejects_a_profile_the_device_does_not_have()
    {
        var diagnostic = Assert.Single(Sealer.Seal(Sample.Device(), "release").Diagnostics);
        Assert.Equal("GHAF007", diagnostic.Id);
        Assert.Equal("has no profile “release”; it has debug", diagnostic.Message);
    }

    [Theory]
    [InlineData(63, 1)]
    [InlineData(64, 0)]
    [InlineData(64, 3)]
    public void Rejects_a_size_that_cannot_work(int mebibytes, int cores) => Assert.Equal(
        "GHAF008", Single(Sample.Device(new VmSpec("odd-vm") { Memory = mebibytes.MiB, Cores = cores })).Id);

    [Theory]
    [InlineData("Curl")]
    [InlineData("curl=1")]
    [InlineData("curl bash")]
    [InlineData("x")]
    [InlineData("-y")]
    public void Rejects_what_is_no_package_name(string package) =>
        Assert.Equal("GHAF009", Single(Sample.Device(new VmSpec("app-vm") { Packages = [package] })).Id);

    [Theory]
    [InlineData("etc/hostname")]
    [InlineData("/")]
    [InlineData("/etc/../x")]
    [InlineData("/etc//x")]
    [InlineData("/etc/x/")]
    public void Rejects_a_path_that_is_not_plain(string path) => Assert.Equal(
        "GHAF010", Single(Sample.Device(new VmSpec("app-vm") { Files = [FileSpec.Text(path, "")] })).Id);

    [Fact]
    public void Rejects_two_files_at_one_path() => Assert.Equal(
        "GHAF011",
        Single(Sample.Device(new VmSpec("app-vm") { Files = [FileSpec.Text("/a", "1"), FileSpec.Text("/a", "2")] })).Id);

    [Fact]
    public void Reports_all_mistakes_at_once_in_the_order_of_their_lines()
    {
        var result = Sealer.Seal(
            Sample.Device(
                new VmSpec("Bad Name"),
                new VmSpec("a-vm") { Cores = 9 },
                new VmSpec("b-vm") { Gateway = "none", Packages = ["?"] }),
            "debug");
        Assert.Null(result.Plan);
        Assert.Equal(["GHAF001", "GHAF008", "GHAF006", "GHAF009"], result.Diagnostics.Select(d => d.Id));
        Assert.Equal(result.Diagnostics.Order(Comparer<Diagnostic>.Create((a, b) => a.Line - b.Line)), result.Diagnostics);
    }

    private static Diagnostic Single(DeviceSpec device) => Assert.Single(Sealer.Seal(device, "debug").Diagnostics);
}
