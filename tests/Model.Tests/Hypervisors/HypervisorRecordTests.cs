// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model.Tests;

public class HypervisorRecordTests
{
    [Fact]
    public void Every_record_says_of_every_ability_whether_how_and_from_where() => Assert.All(HypervisorRecords.All, record =>
    {
        Assert.Equal(Enum.GetValues<HypervisorAbility>().Order(), record.Facts.Select(fact => fact.Ability).Order());
        Assert.All(record.Facts, fact => Assert.False(string.IsNullOrWhiteSpace(fact.How) || string.IsNullOrWhiteSpace(fact.Source)));
        Assert.Subset(record.Architectures.ToHashSet(), record.SmbiosOn.ToHashSet());
    });

    [Fact]
    public void Every_hypervisor_and_machine_has_one_record() => Assert.All(
        from hypervisor in Enum.GetValues<Hypervisor>()
        from machine in Enum.GetValues<MachineType>()
        select (hypervisor, machine),
        pair => Assert.Equal(pair.hypervisor, HypervisorRecords.Of(pair.hypervisor, pair.machine).Hypervisor));

    [Fact]
    public void Every_architecture_of_a_machine_has_one_that_does_everything_but_platform_devices() => Assert.All(
        (string[])["amd64", "arm64"],
        architecture => Assert.Contains(
            HypervisorRecords.All.Where(record => record.Architectures.Contains(architecture)),
            record => record.Facts.All(fact => record.Has(fact.Ability, architecture) || fact.Ability == HypervisorAbility.PlatformPassthrough)));
}
