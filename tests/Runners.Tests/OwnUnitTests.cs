// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Runners.Units;

namespace Ghaf.Runners.Tests;

public class OwnUnitTests
{
    [Theory]
    [InlineData("ghaf-vmd.service", "ghaf-vmd.service")]
    [InlineData("ghaf-vm-net-vm.service", "ghaf-vm-NAME.service")]
    [InlineData("ghaf-share-app-vm-documents.service", "ghaf-share-NAME-TAG.service")]
    public void A_unit_is_known_by_its_name(string unit, string record) => Assert.Equal(record, OwnUnits.All.Single(own => own.IsOf(unit)).Name);

    [Theory]
    [InlineData("ghaf-vmx.service")]
    [InlineData("sshd.service")]
    public void Another_unit_is_none_of_ours(string unit) => Assert.DoesNotContain(OwnUnits.All, own => own.IsOf(unit));

    [Fact]
    public void Every_unit_of_a_host_is_listed()
    {
        var units = HostUnits.For(UsesAll.Plan(Hypervisor.Qemu, MachineType.Q35, "amd64"))
            .Where(file => file.Content is not null && file.Path.EndsWith(".service", StringComparison.Ordinal)).ToList();
        Assert.True(units.Count > 4);
        Assert.All(units, file => Assert.Contains(OwnUnits.All, own => own.IsOf(Path.GetFileName(file.Path))));
    }
}
