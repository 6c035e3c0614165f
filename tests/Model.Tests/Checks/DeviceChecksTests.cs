// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model.Tests;

public class DeviceChecksTests
{
    [Fact]
    public void Accepts_the_sample() => Assert.Empty(Sample.Seal(Sample.Device(Sample.Net, Sample.App)).Diagnostics);

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
        Assert.Equal("GHAF001", Sample.Mistake(VmSpec.Named(name).NoRoute()).Id);

    [Theory]
    [InlineData("a")]
    [InlineData("vm2")]
    [InlineData("abcdefghijklmnopqrstuvwxyz")]
    public void Accepts_a_kebab_case_name(string name) =>
        Assert.Empty(Sample.Seal(Sample.Device(VmSpec.Named(name).NoRoute())).Diagnostics);

    [Fact]
    public void Rejects_a_name_that_is_taken_and_says_where()
    {
        var diagnostic = Sample.Mistake(Sample.Device(Sample.Net, Sample.App, VmSpec.Named("app-vm").NoRoute()));
        Assert.Equal("GHAF002", diagnostic.Id);
        Assert.StartsWith("is already declared at tests/Model.Tests/Sealing/Sample.cs:", diagnostic.Message);
        Assert.EndsWith("DeviceChecksTests.cs", diagnostic.File);
    }

    [Fact]
    public void Rejects_more_memory_than_the_machine_has()
    {
        var diagnostic = Sample.Mistake(Sample.Device(VmSpec.Named("big-vm").NoRoute().Memory(2.GiB)));
        Assert.Equal("GHAF003", diagnostic.Id);
        Assert.Equal("needs 2.5 GiB (512 MiB for the host); sample-machine has 2 GiB", diagnostic.Message);
    }

    [Fact]
    public void Rejects_a_target_the_device_does_not_have()
    {
        var diagnostic = Assert.Single(Sealer.Seal(Sample.Device(), "sample-release").Diagnostics);
        Assert.Equal("GHAF007", diagnostic.Id);
        Assert.Equal("has no target “sample-release”; it has sample-debug", diagnostic.Message);
    }

    [Theory]
    [InlineData(63, 1)]
    [InlineData(64, 0)]
    [InlineData(64, 3)]
    public void Rejects_a_size_that_cannot_work(int mebibytes, int cores) => Assert.Equal(
        "GHAF008", Sample.Mistake(VmSpec.Named("odd-vm").NoRoute().Memory(mebibytes.MiB).Cores(cores)).Id);

    [Fact]
    public void Rejects_more_cores_than_the_host_leaves()
    {
        var device = Sample.Device(VmSpec.Named("odd-vm").NoRoute().Cores(2)) with { Hardware = Sample.Hardware with { HostCores = 1 } };
        var diagnostic = Sample.Mistake(device);
        Assert.Equal("GHAF008", diagnostic.Id);
        Assert.Equal("has 2 cores; sample-machine has 2, of which 1 is the host's", diagnostic.Message);
    }

    [Theory]
    [InlineData("Curl")]
    [InlineData("curl=1")]
    [InlineData("curl bash")]
    [InlineData("x")]
    [InlineData("-y")]
    public void Rejects_what_is_no_package_name(string package) =>
        Assert.Equal("GHAF009", Sample.Mistake(VmSpec.Named("odd-vm").NoRoute().Packages([package])).Id);

    [Theory]
    [InlineData("etc/hostname")]
    [InlineData("/")]
    [InlineData("/etc/../x")]
    [InlineData("/etc//x")]
    [InlineData("/etc/x/")]
    public void Rejects_a_path_that_is_not_plain(string path) => Assert.Equal(
        "GHAF010", Sample.Mistake(VmSpec.Named("odd-vm").NoRoute().Files([FileSpec.Text(path, "")])).Id);

    [Fact]
    public void Rejects_two_contents_at_one_path() => Assert.Equal(
        "GHAF011",
        Sample.Mistake(VmSpec.Named("odd-vm").NoRoute().Files([FileSpec.Text("/a", "1"), FileSpec.Text("/a", "2")])).Id);

    [Fact]
    public void Accepts_the_same_file_twice() => Assert.Empty(Sample.Seal(Sample.Device(
        VmSpec.Named("odd-vm").NoRoute().Files([FileSpec.Text("/a", "1")]).Files([FileSpec.Text("/a", "1")]))).Diagnostics);

    [Fact]
    public void Rejects_a_gateways_link_file_at_a_path_of_its_own() => Assert.Equal(
        "GHAF011",
        Sample.Mistake(Sample.Device(
            Sample.Net.Files([FileSpec.Text("/a", "1")]).FilesForLink(_ => [FileSpec.Text("/a", "2")]), Sample.App)).Id);

    [Theory]
    [InlineData("a b")]
    [InlineData("a=\"b c\"")]
    [InlineData("")]
    public void Rejects_a_kernel_argument_that_is_not_one_word(string argument) =>
        Assert.Equal("GHAF020", Sample.Mistake(VmSpec.Named("odd-vm").NoRoute().KernelArguments([argument])).Id);

    [Fact]
    public void Rejects_VMs_that_wait_for_each_other()
    {
        var diagnostic = Sample.Mistake(Sample.Device(
            VmSpec.Named("a-vm").NoRoute().StartAfter(["b-vm"]), VmSpec.Named("b-vm").NoRoute().StartAfter(["a-vm"])));
        Assert.Equal("GHAF021", diagnostic.Id);
        Assert.Equal("waits for itself: a-vm → b-vm → a-vm", diagnostic.Message);
    }

    [Fact]
    public void Rejects_the_removal_of_a_package_that_all_VMs_share() => Assert.Equal(
        "GHAF028", Sample.Mistake(VmSpec.Named("odd-vm").NoRoute().Remove(SystemKeys.Packages, ["systemd"])).Id);

    [Fact]
    public void Rejects_more_VMs_than_there_are_users()
    {
        var device = Sample.Device([.. Enumerable.Range(0, 100).Select(n => VmSpec.Named($"vm{n}").NoRoute().Memory(64.MiB))]);
        Assert.Contains("GHAF029", Sample.Seal(device).Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Reports_all_mistakes_at_once_in_the_order_of_their_lines()
    {
        var result = Sample.Seal(Sample.Device(
            VmSpec.Named("Bad Name").NoRoute(),
            VmSpec.Named("a-vm").NoRoute()
                .Cores(9),
            VmSpec.Named("b-vm")
                .Gateway("none")
                .Packages(["??"])));
        Assert.Null(result.Plan);
        Assert.Equal(["GHAF001", "GHAF008", "GHAF009", "GHAF006"], result.Diagnostics.Select(d => d.Id));
        Assert.Equal(result.Diagnostics.Order(Comparer<Diagnostic>.Create((a, b) => a.Line - b.Line)), result.Diagnostics);
    }
}
