// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>
/// What of a plan this version cannot make yet. A plan can say more than that: it is sealed and shown, and refused here before
/// anything is fetched, with all reasons at once.
/// </summary>
internal static class BuildSupport
{
    private const string EmulatedCard = "8086:10d3";
    private const string EmulatedDisk = "virtio_blk";

    // Debian's main has three packages of that name; the others are in non-free-firmware.
    private static readonly string[] FreeFirmware = ["firmware-ath9k-htc", "firmware-carl9170", "firmware-linux-free"];

    /// <exception cref="UnsupportedPlanException">With all reasons.</exception>
    public static void RequireBuild(DevicePlan plan) => Require(plan, "build", MissingToBuild(plan));

    /// <exception cref="UnsupportedPlanException">With all reasons.</exception>
    public static void RequireEmulation(DevicePlan plan) => Require(plan, "run", [.. MissingToBuild(plan), .. MissingToEmulate(plan)]);

    /// <summary>A line for each reason; none if the plan can be built.</summary>
    public static ImmutableArray<string> MissingToBuild(DevicePlan plan) =>
        [.. OfDevice(plan), .. Firmware("the host", plan.Host.Packages), .. plan.Vms.SelectMany(vm => OfVm(plan, vm))];

    /// <summary>Why the emulated machine is no stand-in for the plan's, beside what cannot be built.</summary>
    public static ImmutableArray<string> MissingToEmulate(DevicePlan plan) =>
    [
        .. plan.Host.BootModules.Contains(EmulatedDisk)
            ? (string[])[]
            : [$"{plan.Hardware.Name} cannot be emulated: its host does not look for the emulator's disk ({EmulatedDisk})"],
        .. from passed in plan.Passthrough
           where passed.Device.Bus == DeviceBus.Pci && passed.Device.Id?.ToString() != EmulatedCard
           select $"{passed.Vm.Name}: the emulator has no “{passed.Device.Name}”, only a network card {EmulatedCard}",
    ];

    private static IEnumerable<string> OfDevice(DevicePlan plan)
    {
        if (plan.Hardware.Architecture != "amd64")
        {
            yield return $"images for {plan.Hardware.Architecture}; only amd64";
        }

        if (plan.Output != OutputSpec.Image.Name)
        {
            yield return $"the output “{plan.Output}”; only {OutputSpec.Image.Name}";
        }

        if (plan.Suite != "trixie")
        {
            yield return $"the Debian release {plan.Suite}; only trixie";
        }
    }

    private static IEnumerable<string> OfVm(DevicePlan plan, VmPlan vm) =>
        Missing(plan, vm).Select(reason => $"{vm.Name}: {reason}").Concat(Firmware(vm.Name.Value, vm.Packages));

    private static IEnumerable<string> Missing(DevicePlan plan, VmPlan vm) =>
    [
        .. vm.Devices.Select(Passthrough).OfType<string>(),
        .. When(vm.Hypervisor != Hypervisor.Qemu, $"the hypervisor {vm.Hypervisor}; only QEMU"),
        .. When(
            plan.Hardware.Architecture == "amd64" && vm.Machine is not (MachineType.Q35 or MachineType.Microvm),
            $"QEMU's machine {vm.Machine.ToString().ToLowerInvariant()}"),
        .. When(vm.KernelPackage != plan.Guest.KernelPackage, $"a kernel of its own, {vm.KernelPackage}"),
        .. When(vm.BorderColour is not null, "windows on the device's screen"),
        .. vm.Applications.Select(application => $"the application “{application.Id}”"),
        .. vm.Shares.Select(share => $"the shared folder “{share.Tag}”"),
        .. vm.Volumes.Select(volume => $"the volume “{volume.Name}”"),
        .. When(!vm.Calls.IsEmpty, $"calls of the control plane: {string.Join(", ", vm.Calls)}"),
    ];

    private static string? Passthrough(PassthroughPlan device) => device switch
    {
        { Bus: DeviceBus.Usb } => $"the USB device “{device.Name}”",
        { Bus: DeviceBus.Platform } => $"the platform device “{device.Name}”",
        { Address: null } => $"“{device.Name}” without its PCI address",
        { Class: var kind } when kind == PciClass.Vga => $"the graphics card “{device.Name}”",
        _ => null,
    };

    private static IEnumerable<string> Firmware(string system, IEnumerable<string> packages) =>
        from package in packages
        where package.StartsWith("firmware-", StringComparison.Ordinal) && !FreeFirmware.Contains(package)
        select $"{system}: {package}, which is not in Debian's main";

    private static string[] When(bool missing, string reason) => missing ? [reason] : [];

    private static void Require(DevicePlan plan, string verb, ImmutableArray<string> missing)
    {
        if (!missing.IsEmpty)
        {
            throw new UnsupportedPlanException(plan.Target, verb, missing);
        }
    }
}
