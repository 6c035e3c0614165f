// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.Configuration;

/// <summary>What the image builder tells vmd about this device, in <c>/usr/lib/ghaf/vmd.json</c>.</summary>
/// <param name="Settings">How vmd behaves.</param>
/// <param name="Vms">The VMs in the order in which they start; they stop in the reverse order.</param>
/// <param name="Passthrough">The PCI devices of all VMs.</param>
internal sealed record HostPlan(
    HostSettings Settings,
    IReadOnlyList<SupervisedVm> Vms,
    IReadOnlyList<PassthroughDevice> Passthrough)
{
    public const string DefaultPath = "/usr/lib/ghaf/vmd.json";

    public SupervisedVm? Find(string? name) => Vms.FirstOrDefault(vm => vm.Name == name);

    /// <summary>Everything that is wrong with it, one sentence each. The builder sees to it that there is nothing.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var group in Vms.GroupBy(vm => vm.Name).Where(group => group.Count() > 1))
        {
            yield return $"Two VMs are called {group.Key}.";
        }

        foreach (var group in Vms.GroupBy(vm => vm.Cid).Where(group => group.Count() > 1))
        {
            yield return $"{string.Join(" and ", group.Select(vm => vm.Name))} have the same vsock CID {group.Key}.";
        }

        foreach (var vm in Vms.Where(vm => vm.Cid is < 3 or uint.MaxValue))
        {
            yield return $"{vm.Name} has the reserved vsock CID {vm.Cid} (3 to 4294967294 are free).";
        }

        foreach (var group in Passthrough.GroupBy(device => device.Address).Where(group => group.Count() > 1))
        {
            yield return $"The PCI device {group.Key} is assigned twice.";
        }

        foreach (var device in Passthrough.Where(device => Find(device.Vm) is null))
        {
            yield return $"The PCI device {device.Address} is assigned to {device.Vm}, which is no VM of this device.";
        }
    }
}
