// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Runners.Scripts;

namespace Ghaf.Runners.Tests;

public class VmScriptsTests
{
    private readonly DevicePlan _plan = UsesAll.Plan(Hypervisor.Qemu, MachineType.Microvm, "amd64");

    [Fact]
    public void Scripts_of_a_VM_are_as_reviewed()
    {
        var scripts = VmScripts.For(_plan, _plan.Vms.Single(vm => vm.Name.Value == "light-vm"));
        Golden.Matches(
            "tests/Runners.Tests/Commands/scripts.txt",
            string.Concat(scripts.Select(file => $"--- {file.Mode} {file.Path}\n{file.Content}")));
    }

    [Fact]
    public void Every_VM_has_every_command_in_a_folder_of_its_own() => Assert.All(_plan.Vms, vm => Assert.Equal(
        VmScripts.Names.Select(name => $"/usr/lib/ghaf/vms/{vm.Name}/bin/{name}"), VmScripts.For(_plan, vm).Select(file => file.Path)));

    [Theory]
    [InlineData("-m", "-m")]
    [InlineData("a=b,c:d/e.f", "a=b,c:d/e.f")]
    [InlineData("two words", "'two words'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("$HOME", "'$HOME'")]
    [InlineData("", "''")]
    public void Quotes_what_a_shell_would_read_in_its_own_way(string word, string quoted) => Assert.Equal(quoted, ShellText.Word(word));
}
