// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model.Tests;

public class VmChecksTests
{
    private static readonly VmSpec Vm = VmSpec.Named("odd-vm").NoRoute();

    public static TheoryData<string, VmSpec> Mistakes => new()
    {
        { "GHAF017", Vm.Calls([new AllowedCall("nobody-vm", "Applications/Start")]) },
        { "GHAF017", Vm.Calls([new AllowedCall("host", "start it")]) },
        { "GHAF018", VmSpec.Named("odd-vm").NoRoute().Devices(["wifi"]).Machine(MachineType.Microvm) },
        { "GHAF023", Vm.Applications([new Application("Web", "Web", ["/usr/bin/web"])]) },
        { "GHAF023", Vm.Applications([new Application("web", "Web", [])]) },
        { "GHAF023", Vm.Applications([new Application("web", "Web", ["web"])]) },
        {
            "GHAF023",
            Vm.Applications([new Application("web", "Web", ["/web"])
            {
                Arguments = [new ApplicationArgument("url", ArgumentKind.Url), new ApplicationArgument("url", ArgumentKind.Text)],
            }])
        },
        { "GHAF025", Vm.Volumes([new Volume("a-name-that-is-far-too-long", 1.GiB, "/var/lib/x")]) },
        { "GHAF025", Vm.Volumes([new Volume("base", 1.GiB, "/var/lib/x")]) },
        { "GHAF025", Vm.Volumes([new Volume("data", 1.KiB, "/var/lib/x")]) },
        { "GHAF025", Vm.Volumes([new Volume("data", 1.GiB, "var")]) },
        { "GHAF026", Vm.Shares([new Share("Docs", "/srv/docs", "/mnt/docs")]) },
        { "GHAF026", Vm.Shares([new Share("docs", "srv", "/mnt/docs")]) },
        { "GHAF013", Vm.StartAfter(["nobody-vm"]) },
        { "GHAF027", VmSpec.Named("odd-vm") },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Rejects(string id, VmSpec vm) => Assert.Equal(id, Sample.Mistake(vm).Id);

    public static TheoryData<VmSpec> Good =>
    [
        Vm.Calls([new AllowedCall("net-vm", "Applications/*"), new AllowedCall("host", "Vms/Start")]),
        Vm.Applications([new Application("web", "Web", ["/usr/bin/web"])]),
        Vm.Volumes([new Volume("data", 1.GiB, "/var/lib/x"), new Volume("more", 1.GiB, "/var/lib/y")]),
        Vm.Shares([new Share("docs", "/srv/docs", "/mnt/docs")]),
        Vm.StartAfter(["net-vm"]),
        Vm.BorderColour(Colour.Parse("#1d99f3")),
    ];

    [Theory]
    [MemberData(nameof(Good))]
    public void Accepts(VmSpec vm) => Assert.Empty(Sample.Seal(Sample.Device(Sample.Net, vm)).Diagnostics);

    [Fact]
    public void Rejects_two_VMs_of_one_colour() => Assert.Equal(
        "GHAF024",
        Sample.Mistake(Sample.Device(
            Vm.BorderColour(Colour.Parse("#1d99f3")),
            VmSpec.Named("b-vm").NoRoute().BorderColour(Colour.Parse("#1d99f3")))).Id);

    [Fact]
    public void Rejects_two_volumes_at_one_place() => Assert.Equal(
        ["GHAF025", "GHAF025"],
        Sample.Seal(Sample.Device(Vm.Volumes([new Volume("a", 1.GiB, "/x"), new Volume("b", 1.GiB, "/x")])))
            .Diagnostics.Select(d => d.Id));
}
