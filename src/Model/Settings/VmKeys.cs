// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>What can be set on a VM, or on all of them, beside <see cref="SystemKeys"/>.</summary>
public static class VmKeys
{
    public static ScalarKey<ByteSize> Memory { get; } = new("memory", "The VM's memory.", 256.MiB);

    public static ScalarKey<int> Cores { get; } = new("cores", "Virtual processors.", 1);

    public static ScalarKey<Hypervisor> Hypervisor { get; } = new(
        "hypervisor", "The program that runs the VM.", Model.Hypervisor.Qemu, "QEMU");

    public static ScalarKey<MachineType?> Machine { get; } = new(
        "machine", "The machine that QEMU makes up.", null, "q35 on amd64, virt on arm64 and riscv64");

    public static ListKey<HypervisorArgument> HypervisorArguments { get; } = new(
        "hypervisorArguments", "Options for the hypervisor's command line, after ours. Nothing checks them.");

    public static ScalarKey<MacAddress?> Mac { get; } = new(
        "mac", "The address of the VM's card on the link to its gateway.", null, "generated from the names of device and VM");

    public static ScalarKey<string?> Gateway { get; } = new(
        "gateway", "The VM through which this one reaches the outside, and nothing else.", null);

    public static ScalarKey<string?> Uplink { get; } = new(
        "uplink", "Which of its devices leads outside.", null);

    public static ScalarKey<bool> Routes { get; } = new(
        "routes",
        "Whether the VM routes for others: only then it can be their gateway. It reaches the outside itself, by its uplink or by a "
            + "gateway of its own.",
        false);

    public static ScalarKey<bool> NoRoute { get; } = new(
        "noRoute", "Says that the VM is meant to reach nothing: without it, no gateway and no uplink is a mistake.", false);

    public static ScalarKey<bool> Graphical { get; } = new(
        "graphical", "Whether the VM makes no sense without a screen; headless variants leave it out.", false);

    public static ScalarKey<Colour?> BorderColour { get; } = new(
        "borderColour", "The colour around its windows, by which a person knows whose they are.", null);

    public static ListKey<DeviceRequest> Devices { get; } = new(
        "devices", "The machine's devices that are passed through to this VM: by name, address, id, class or platform name.");

    public static ListKey<Share> Shares { get; } = new(
        "shares", "Folders of the host that the VM sees by virtiofs.", share => share.Tag);

    public static ListKey<Volume> Volumes { get; } = new(
        "volumes", "Storage that outlives the VM's restarts.", volume => volume.Name);

    public static ScalarKey<bool> Tpm { get; } = new(
        "tpm", "Whether the VM has a TPM 2.0 of its own, which the host emulates and keeps in its encrypted storage.", false);

    public static ListKey<FirewallOpening> Openings { get; } = new(
        "openings", "Ports that others on the VM's links may reach; everything else is dropped.");

    public static ListKey<AllowedCall> Calls { get; } = new(
        "calls", "Calls of the control plane that the VM may make; every other is refused.");

    public static ListKey<Application> Applications { get; } = new(
        "applications", "Programs of the VM that a person can start.", application => application.Id);

    public static ListKey<OwnProgram> Programs { get; } = new(
        "programs", "Programs of ours that are in this VM beside its agent: admind collects logs.");

    public static ListKey<string> StartAfter { get; } = new(
        "startAfter", "VMs that start before this one, beside its gateway.");

    public static ImmutableArray<SettingKey> All { get; } =
    [
        Memory, Cores, Hypervisor, Machine, HypervisorArguments, Mac, Gateway, Uplink, Routes, NoRoute, Openings, Calls,
        Devices, Shares, Volumes, Tpm, Graphical, BorderColour, Applications, Programs, StartAfter,
    ];
}
