// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Ghaf.Model;

/// <summary>Settings of the host: kernel, systemd and the VM manager, nothing else.</summary>
public sealed record HostSpec : SystemSpec<HostSpec>
{
    /// <inheritdoc cref="HostKeys.ReservedMemory"/>
    public HostSpec ReservedMemory(ByteSize size, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set(HostKeys.ReservedMemory, size, file, line);

    /// <inheritdoc cref="HostKeys.Reduced"/>
    public HostSpec Reduced([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set(HostKeys.Reduced, true, file, line);

    /// <inheritdoc cref="HostKeys.KeptFiles"/>
    public HostSpec KeptFiles(
        IEnumerable<string> paths, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(HostKeys.KeptFiles, paths, file, line);

    /// <summary>What the host has in addition when some VM keeps a volume.</summary>
    public HostSpec WhenVolumes(Func<HostSpec, HostSpec> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { VolumeSettings = [.. VolumeSettings, .. change(new HostSpec()).Settings] };
    }

    internal ImmutableArray<Setting> VolumeSettings { get; init; } = [];

    private protected override HostSpec With(ImmutableArray<Setting> settings) =>
        this with { Settings = [.. Settings, .. settings] };
}
