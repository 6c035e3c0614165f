// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>The origins of values that nobody wrote down: they follow from the declaration of a VM, the machine, the device.</summary>
internal static class DerivedOrigins
{
    public static void Note(DevicePlan plan, ComposedDevice device, SealingNotes notes)
    {
        var at = device.Location;
        notes.Derived("target", at, plan.Target);
        notes.Derived("device", at, plan.Device);
        notes.Derived("variant", at, plan.Variant);
        notes.Derived("profile", at, plan.Profile);
        notes.Derived("output", at, plan.Output);
        notes.Derived("suite", at, plan.Suite);
        notes.Derived("debugAccess", at, plan.DebugAccess ? "yes" : "no");
        notes.Derived("hardware", device.Hardware.Location, plan.Hardware.Name);
        notes.Derived("host.bootModules", device.Hardware.Location, string.Join(' ', plan.Host.BootModules));
        foreach (var link in plan.Links)
        {
            notes.Derived($"links[{link.Name}]", device.Vm(link.Client.Value)!.Location, $"{link.Client} to {link.Gateway}");
        }

        Unless(notes, "host.kernelPackage", at, plan.Host.KernelPackage);
        Unless(notes, "host.reservedMemory", at, plan.Host.ReservedMemory.ToString());
        Unless(notes, "host.reduced", at, plan.Host.Reduced ? "yes" : "no");
        Unless(notes, "guest.kernelPackage", at, plan.Guest.KernelPackage);
        foreach (var vm in plan.Vms)
        {
            Note(vm, device.Vm(vm.Name.Value)!, notes);
        }
    }

    private static void Note(VmPlan plan, ComposedVm vm, SealingNotes notes)
    {
        void Given(string key, object? value) => Unless(notes, $"{vm.Name}.{key}", vm.Location, value?.ToString() ?? "none");
        Given("name", plan.Name);
        Given("cid", plan.Cid);
        Given("user", plan.User);
        Given("uid", plan.Uid);
        Given("memory", plan.Memory);
        Given("cores", plan.Cores);
        Given("hypervisor", plan.Hypervisor);
        Given("machine", plan.Machine);
        Given("address", plan.Address);
        Given("kernelPackage", plan.KernelPackage);
        foreach (var before in plan.StartAfter)
        {
            Given($"startAfter[{before}]", before);
        }

        foreach (var device in plan.Devices)
        {
            Given($"devices[{device.Name}]", device.Name);
        }

        foreach (var fragment in plan.KernelFragments)
        {
            Given($"kernelFragments[{fragment}]", fragment);
        }

        foreach (var module in plan.KernelModules)
        {
            Given($"kernelModules[{module}]", module);
        }

        foreach (var file in plan.Files)
        {
            Given($"files[{file.Path}]", file.Path);
        }
    }

    // What somebody set has an origin already.
    private static void Unless(SealingNotes notes, string path, SourceLocation at, string value)
    {
        if (!notes.Has(path))
        {
            notes.Derived(path, at, value);
        }
    }
}
