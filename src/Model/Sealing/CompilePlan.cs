// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>A composed device without mistakes to its plan.</summary>
internal static class CompilePlan
{
    public static DevicePlan Of(ComposedDevice device, SealingNotes notes)
    {
        var target = device.Target;
        var plan = new DevicePlan
        {
            Schema = DevicePlan.CurrentSchema,
            Target = target.Name,
            Device = device.Device.Name,
            Variant = target.Variant.Name,
            Profile = target.Profile.Name,
            Output = target.Output.Name,
            Suite = device.Device.Suite,
            Hardware = Hardware(device.Hardware),
            Host = Host(device),
            Guest = Guest(device),
            Vms = [.. StartOrder.Of(device).Select(vm => CompileVm.Of(device, vm, GuestKernel(device)))],
            Links = device.Links,
            DebugAccess = target.Profile.DebugAccess,
        };
        DerivedOrigins.Note(plan, device, notes);
        return plan with { Origins = notes.Origins() };
    }

    public static ImmutableArray<string> Sorted(IEnumerable<string> names) =>
        [.. names.Distinct().Order(StringComparer.Ordinal)];

    private static HardwarePlan Hardware(HardwareSpec hardware) => new()
    {
        Name = hardware.Name,
        Architecture = hardware.Architecture,
        Memory = hardware.Memory,
        Cores = hardware.Cores,
        HostCores = hardware.HostCores,
        Disk = hardware.Disk,
        DeviceTree = hardware.DeviceTree,
        Inputs = hardware.Inputs,
        Uarts = hardware.Uarts,
    };

    private static HostPlan Host(ComposedDevice device) => new()
    {
        KernelPackage = device.Host.Kernel ?? DebianKernel(device),
        KernelFragments = device.Host.KernelFragments,
        KernelModules = Sorted(device.Host.KernelModules),
        BootModules = Sorted(device.Hardware.BootModules),
        KernelArguments = [.. device.Host.KernelArguments.Select(a => a.ToString())],
        Packages = Sorted(device.Host.Packages),
        Files = FileCompiler.Compile(device.Host.Files, null),
        Reduced = device.Host.Reduced,
        KeptFiles = Sorted(device.Host.KeptFiles),
        ReservedMemory = device.Host.ReservedMemory,
    };

    private static GuestPlan Guest(ComposedDevice device) => new()
    {
        KernelPackage = GuestKernel(device),
        KernelFragments = device.Guest.KernelFragments,
        Packages = Sorted(device.Guest.Packages),
    };

    private static string GuestKernel(ComposedDevice device) => device.Guest.Kernel ?? DebianKernel(device);

    private static string DebianKernel(ComposedDevice device) => $"linux-image-{device.Hardware.Architecture}";
}
