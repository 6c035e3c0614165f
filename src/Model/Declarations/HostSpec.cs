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

    /// <summary>What the host has in addition when some VM has something that outlives its restarts: a volume, a TPM.</summary>
    public HostSpec WhenState(Func<HostSpec, HostSpec> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { StateSettings = [.. StateSettings, .. change(new HostSpec()).Settings] };
    }

    internal ImmutableArray<Setting> StateSettings { get; init; } = [];

    private protected override HostSpec With(ImmutableArray<Setting> settings) =>
        this with { Settings = [.. Settings, .. settings] };
}
