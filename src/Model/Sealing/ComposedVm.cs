// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>One VM with every setting resolved.</summary>
internal sealed record ComposedVm
{
    public required VmSpec Declared { get; init; }

    /// <summary>For the places of values.</summary>
    public required Resolution Settings { get; init; }

    public required ByteSize Memory { get; init; }

    public required int Cores { get; init; }

    public required Hypervisor Hypervisor { get; init; }

    public required MachineType? Machine { get; init; }

    public required ImmutableArray<HypervisorArgument> HypervisorArguments { get; init; }

    public required MacAddress? Mac { get; init; }

    public required string? Gateway { get; init; }

    public required string? Uplink { get; init; }

    public required bool Routes { get; init; }

    public required bool NoRoute { get; init; }

    public required Colour? BorderColour { get; init; }

    public required ImmutableArray<DeviceRequest> Devices { get; init; }

    public required ImmutableArray<Share> Shares { get; init; }

    public required ImmutableArray<Volume> Volumes { get; init; }

    public required bool Tpm { get; init; }

    /// <summary>Whether something of it outlives its restarts.</summary>
    public bool KeepsState => !Volumes.IsEmpty || Tpm;

    public required ImmutableArray<FirewallOpening> Openings { get; init; }

    public required ImmutableArray<AllowedCall> Calls { get; init; }

    public required ImmutableArray<Application> Applications { get; init; }

    public required ImmutableArray<OwnProgram> Programs { get; init; }

    public required ImmutableArray<string> StartAfter { get; init; }

    public required string? Kernel { get; init; }

    public required ImmutableArray<string> KernelFragments { get; init; }

    public required ImmutableArray<string> KernelModules { get; init; }

    public required ImmutableArray<KernelArgument> KernelArguments { get; init; }

    public required ImmutableArray<string> Packages { get; init; }

    public required ImmutableArray<FileSpec> Files { get; init; }

    public string Name => Declared.Name;

    public SourceLocation Location => Declared.Location;

    /// <summary>Where a value that can be wrong was set; the VM's declaration when it was not set.</summary>
    public SourceLocation PlaceOf(SettingKey key) => Settings.PlaceOf(key) ?? Location;

    /// <param name="all">The settings of all VMs.</param>
    /// <param name="own">The settings of this one.</param>
    public static ComposedVm Resolve(
        VmSpec vm, ImmutableArray<Setting> all, ImmutableArray<Setting> own, SealingNotes notes)
    {
        // The base's packages and kernel are the base's: they are resolved once, for all VMs.
        var settings = new Resolution(
            vm.Name, [.. all.Where(s => s.Key != SystemKeys.Packages && s.Key != SystemKeys.KernelFragments), .. own], notes);
        return new ComposedVm
        {
            Declared = vm,
            Settings = settings,
            Memory = settings.Get(VmKeys.Memory),
            Cores = settings.Get(VmKeys.Cores),
            Hypervisor = settings.Get(VmKeys.Hypervisor),
            Machine = settings.Get(VmKeys.Machine),
            HypervisorArguments = settings.Get(VmKeys.HypervisorArguments),
            Mac = settings.Get(VmKeys.Mac),
            Gateway = settings.Get(VmKeys.Gateway),
            Uplink = settings.Get(VmKeys.Uplink),
            Routes = settings.Get(VmKeys.Routes),
            NoRoute = settings.Get(VmKeys.NoRoute),
            BorderColour = settings.Get(VmKeys.BorderColour),
            Devices = settings.Get(VmKeys.Devices),
            Shares = settings.Get(VmKeys.Shares),
            Volumes = settings.Get(VmKeys.Volumes),
            Tpm = settings.Get(VmKeys.Tpm),
            Openings = settings.Get(VmKeys.Openings),
            Calls = settings.Get(VmKeys.Calls),
            Applications = settings.Get(VmKeys.Applications),
            Programs = settings.Get(VmKeys.Programs),
            StartAfter = settings.Get(VmKeys.StartAfter),
            Kernel = settings.Get(SystemKeys.Kernel),
            KernelFragments = settings.Get(SystemKeys.KernelFragments),
            KernelModules = settings.Get(SystemKeys.KernelModules),
            KernelArguments = settings.Get(SystemKeys.KernelArguments),
            Packages = settings.Get(SystemKeys.Packages),
            Files = settings.Get(SystemKeys.Files),
        };
    }
}
