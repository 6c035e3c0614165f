// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Ghaf.Model;

/// <summary>One virtual machine: what it adds to the guests' common base, what it may use, whom it may reach.</summary>
public sealed record VmSpec : VirtualSystemSpec<VmSpec>
{
    private VmSpec(string name, SourceLocation location)
    {
        Name = name;
        Location = location;
    }

    /// <summary>In kebab-case; ends in <c>-vm</c> by custom.</summary>
    public string Name { get; }

    internal SourceLocation Location { get; }

    internal Func<LinkPlan, ImmutableArray<FileSpec>>? LinkFiles { get; private init; }

    private ImmutableArray<(string Needed, VmSpec Change)> Conditional { get; init; } = [];

    /// <summary>A VM of one device.</summary>
    public static VmSpec Named(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(name, SourceLocation.FromCaller(file, line));

    /// <summary>
    /// Makes all settings so far those of a module: a device that uses the VM overrides them with its own calls. Ends a
    /// module's declaration.
    /// </summary>
    public VmSpec AsModule() => this with { Settings = Settings.In(Layer.Base) };

    /// <summary>
    /// Settings that hold only if the device has another VM, be it its own or a feature's. In a VM's declaration they are a
    /// feature's: stronger than a module's, weaker than those of the device's own file.
    /// </summary>
    /// <param name="name">The other VM.</param>
    public VmSpec WhenVm(
        string name, Func<VmSpec, VmSpec> change, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        this with { Conditional = [.. Conditional, (name, change(Named(Name, file, line)))] };

    /// <summary>As the gateway of others: the files that it has for each of its links.</summary>
    public VmSpec FilesForLink(Func<LinkPlan, ImmutableArray<FileSpec>> files) => this with { LinkFiles = files };

    /// <inheritdoc cref="VmKeys.Mac"/>
    public VmSpec Mac(MacAddress mac, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set(VmKeys.Mac, mac, file, line);

    /// <inheritdoc cref="VmKeys.Uplink"/>
    public VmSpec Uplink(string device, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set(VmKeys.Uplink, device, file, line);

    /// <inheritdoc cref="VmKeys.Routes"/>
    public VmSpec Routes([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set(VmKeys.Routes, true, file, line);

    /// <inheritdoc cref="VmKeys.NoRoute"/>
    public VmSpec NoRoute([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set(VmKeys.NoRoute, true, file, line);

    /// <inheritdoc cref="VmKeys.Graphical"/>
    public VmSpec Graphical([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set(VmKeys.Graphical, true, file, line);

    /// <inheritdoc cref="VmKeys.BorderColour"/>
    public VmSpec BorderColour(Colour colour, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set(VmKeys.BorderColour, colour, file, line);

    /// <inheritdoc cref="VmKeys.Devices"/>
    public VmSpec Devices(
        IEnumerable<DeviceRequest> devices, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(VmKeys.Devices, devices, file, line);

    /// <inheritdoc cref="VmKeys.Volumes"/>
    /// <remarks>The VM makes an ext4 file system on a new one, so it gets what it needs for that.</remarks>
    public VmSpec Volumes(
        IEnumerable<Volume> volumes, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(VmKeys.Volumes, volumes, file, line).Packages(["e2fsprogs"], file, line)
            .KernelModules(["ext4"], file, line).KernelFragments(["ext4"], file, line);

    /// <inheritdoc cref="VmKeys.Tpm"/>
    public VmSpec Tpm([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set(VmKeys.Tpm, true, file, line).KernelModules(["tpm_crb", "tpm_tis"], file, line).KernelFragments(["tpm"], file, line);

    /// <inheritdoc cref="VmKeys.Applications"/>
    public VmSpec Applications(
        IEnumerable<Application> applications, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(VmKeys.Applications, applications, file, line);

    /// <inheritdoc cref="VmKeys.Programs"/>
    public VmSpec Programs(
        IEnumerable<OwnProgram> programs, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(VmKeys.Programs, programs, file, line);

    /// <inheritdoc cref="VmKeys.StartAfter"/>
    public VmSpec StartAfter(
        IEnumerable<string> vms, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(VmKeys.StartAfter, vms, file, line);

    /// <param name="has">Whether the device has a VM.</param>
    internal IEnumerable<Setting> SettingsWhere(Func<string, bool> has) =>
    [
        .. Settings,
        .. Conditional.Where(c => has(c.Needed)).SelectMany(c => c.Change.SettingsWhere(has).In(Layer.Feature)),
    ];

    private protected override VmSpec With(ImmutableArray<Setting> settings) =>
        this with { Settings = [.. Settings, .. settings] };
}
