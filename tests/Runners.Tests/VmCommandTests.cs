// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Runners.Units;

namespace Ghaf.Runners.Tests;

public class VmCommandTests
{
    public static TheoryData<string, Hypervisor, MachineType, string> Machines => new()
    {
        { "qemu-q35", Hypervisor.Qemu, MachineType.Q35, "amd64" },
        { "qemu-microvm", Hypervisor.Qemu, MachineType.Microvm, "amd64" },
        { "qemu-virt", Hypervisor.Qemu, MachineType.Virt, "arm64" },
        { "qemu-virt-riscv64", Hypervisor.Qemu, MachineType.Virt, "riscv64" },
        { "cloud-hypervisor", Hypervisor.CloudHypervisor, MachineType.Q35, "amd64" },
        { "cloud-hypervisor-arm64", Hypervisor.CloudHypervisor, MachineType.Virt, "arm64" },
        { "crosvm", Hypervisor.Crosvm, MachineType.Q35, "amd64" },
        { "crosvm-arm64", Hypervisor.Crosvm, MachineType.Virt, "arm64" },
    };

    [Theory]
    [MemberData(nameof(Machines))]
    public void Commands_of_a_VM_that_uses_all_and_of_one_that_uses_nothing_are_as_reviewed(
        string file, Hypervisor hypervisor, MachineType machine, string architecture)
    {
        var plan = UsesAll.Plan(hypervisor, machine, architecture);
        Golden.Matches($"tests/Runners.Tests/Commands/{file}.txt", $"{Text(plan, "full-vm")}\n{Text(plan, "light-vm")}");
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void Units_of_a_VM_that_uses_all_are_as_reviewed(
        string file, Hypervisor hypervisor, MachineType machine, string architecture)
    {
        var plan = UsesAll.Plan(hypervisor, machine, architecture);

        // The command line has its own file.
        var units = HostUnits.For(plan).Where(f => f.Target is null && (f.Path.Contains("full-vm") || !f.Path.Contains("/systemd/")))
            .Select(f => $"--- {f.Path}\n{string.Join('\n', f.Content!.Split('\n').Where(line => !line.StartsWith("    ")))}");
        Golden.Matches($"tests/Runners.Tests/Commands/{file}.units.txt", string.Concat(units));
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void Only_a_VM_whose_memory_is_not_pinned_has_a_balloon(
        string file, Hypervisor hypervisor, MachineType machine, string architecture)
    {
        var plan = UsesAll.Plan(hypervisor, machine, architecture);
        Assert.All(plan.Vms, vm => Assert.Equal(
            !vm.Devices.Any(device => device.Bus != DeviceBus.Usb),
            VmCommand.Of(plan, vm).Arguments.Any(word => word.Contains("balloon") && word != "--no-balloon")));
        Assert.NotEmpty(file);
    }

    // In a file, which its unit is given and nobody else: others than QEMU hand no files to a VM.
    [Theory]
    [MemberData(nameof(Machines))]
    public void Only_QEMU_is_given_its_VMs_identity(string file, Hypervisor hypervisor, MachineType machine, string architecture)
    {
        var plan = UsesAll.Plan(hypervisor, machine, architecture);
        var isGiven = file.StartsWith("qemu");
        Assert.All(plan.Vms, vm =>
        {
            var unit = HostUnits.For(plan).Single(f => f.Target is null && f.Path.EndsWith($"/ghaf-vm-{vm.Name}.service")).Content!;
            Assert.Equal(isGiven, unit.Contains($"\nLoadCredential=ghaf.identity:/run/ghaf-vmd/identity-{vm.Name}.pem\n"));
            Assert.Equal(isGiven, unit.Contains("LoadCredential="));
            Assert.Equal(
                isGiven,
                VmCommand.Of(plan, vm).Arguments.Contains(
                    $"name=opt/io.systemd.credentials/ghaf.identity,file=/run/credentials/ghaf-vm-{vm.Name}.service/ghaf.identity"));
        });
    }

    private static string Text(DevicePlan plan, string name)
    {
        var (program, arguments) = VmCommand.Of(plan, plan.Vms.Single(vm => vm.Name.Value == name));
        return string.Concat(arguments.Prepend(program).Select(word => word + "\n"));
    }
}
