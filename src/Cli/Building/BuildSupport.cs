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

    /// <summary>A line for each reason, with the systems it is of; none if the plan can be built.</summary>
    public static ImmutableArray<string> MissingToBuild(DevicePlan plan) => Lines(
    [
        .. OfDevice(plan).Select(reason => (reason, "")),
        .. Firmware(plan.Host.Packages).Select(reason => (reason, "host")),
        .. from vm in plan.Vms
           from reason in OfVm(plan, vm).Concat(Firmware(vm.Packages))
           select (reason, vm.Name.Value),
    ]);

    /// <summary>Why the emulated machine is no stand-in for the plan's, beside what cannot be built.</summary>
    public static ImmutableArray<string> MissingToEmulate(DevicePlan plan) => Lines(
    [
        .. When(plan.Vms.IsEmpty, "an emulated device without VMs, which has no manager that would report").Select(reason => (reason, "")),
        .. plan.Host.BootModules.Contains(EmulatedDisk)
            ? ((string, string)[])[]
            : [($"an emulated {plan.Hardware.Name}, whose host would look for the emulator's disk, {EmulatedDisk}", "")],
        .. from passed in plan.Passthrough
           where passed.Device.Bus == DeviceBus.Pci && passed.Device.Id?.ToString() != EmulatedCard
           select ($"an emulated “{passed.Device.Name}”; only a network card, {EmulatedCard}", passed.Vm.Name.Value),
    ]);

    private static ImmutableArray<string> Lines(IEnumerable<(string Reason, string System)> missing) =>
    [
        .. from one in missing
           group one.System by one.Reason into same
           let systems = string.Join(", ", same.Where(system => system.Length > 0))
           select systems.Length > 0 ? $"{same.Key} ({systems})" : same.Key,
    ];

    private static IEnumerable<string> OfDevice(DevicePlan plan)
    {
        if (plan.Hardware.Architecture != "amd64")
        {
            yield return $"images for {plan.Hardware.Architecture}; only amd64";
        }

        if (plan.Output != OutputSpec.Image.Name)
        {
            yield return $"the output {plan.Output}; only {OutputSpec.Image.Name}";
        }

        if (plan.Suite != "trixie")
        {
            yield return $"the Debian release {plan.Suite}; only trixie";
        }
    }

    private static IEnumerable<string> OfVm(DevicePlan plan, VmPlan vm) =>
    [
        .. vm.Devices.Select(Passthrough).OfType<string>(),
        .. When(vm.Hypervisor != Hypervisor.Qemu, $"the hypervisor {vm.Hypervisor}; only QEMU"),
        .. When(
            plan.Hardware.Architecture == "amd64" && vm.Machine is not (MachineType.Q35 or MachineType.Microvm),
            $"QEMU's machine {vm.Machine.ToString().ToLowerInvariant()} on amd64"),
        .. When(vm.KernelPackage != plan.Guest.KernelPackage, $"a VM's own kernel, {vm.KernelPackage}"),
        .. When(vm.BorderColour is not null, "windows on the device's screen"),
        .. When(!vm.Shares.IsEmpty, "folders shared with the host"),
    ];

    private static string? Passthrough(PassthroughPlan device) => device switch
    {
        { Bus: DeviceBus.Usb } => $"passthrough of USB devices: {device.Name}",
        { Bus: DeviceBus.Platform } => $"passthrough of platform devices: {device.Name}",
        { Address: null } => $"passthrough without a PCI address: {device.Name}",
        { Class: var kind } when kind == PciClass.Vga => $"passthrough of a graphics card: {device.Name}",
        _ => null,
    };

    private static IEnumerable<string> Firmware(IEnumerable<string> packages) =>
        from package in packages
        where package.StartsWith("firmware-", StringComparison.Ordinal) && !FreeFirmware.Contains(package)
        select $"firmware from Debian's non-free-firmware: {package}";

    private static string[] When(bool missing, string reason) => missing ? [reason] : [];

    private static void Require(DevicePlan plan, string verb, ImmutableArray<string> missing)
    {
        if (!missing.IsEmpty)
        {
            throw new UnsupportedPlanException(plan.Target, verb, missing);
        }
    }
}
