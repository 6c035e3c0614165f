// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>The host with every setting resolved.</summary>
internal sealed record ComposedHost
{
    public required string? Kernel { get; init; }

    public required ImmutableArray<string> KernelFragments { get; init; }

    public required ByteSize ReservedMemory { get; init; }

    public required bool Reduced { get; init; }

    public required ImmutableArray<string> KeptFiles { get; init; }

    public required ImmutableArray<string> Packages { get; init; }

    public required ImmutableArray<string> KernelModules { get; init; }

    public required ImmutableArray<KernelArgument> KernelArguments { get; init; }

    public required ImmutableArray<FileSpec> Files { get; init; }

    public static ComposedHost Resolve(Resolution settings) => new()
    {
        Kernel = settings.Get(SystemKeys.Kernel),
        KernelFragments = settings.Get(SystemKeys.KernelFragments),
        ReservedMemory = settings.Get(HostKeys.ReservedMemory),
        Reduced = settings.Get(HostKeys.Reduced),
        KeptFiles = settings.Get(HostKeys.KeptFiles),
        Packages = settings.Get(SystemKeys.Packages),
        KernelModules = settings.Get(SystemKeys.KernelModules),
        KernelArguments = settings.Get(SystemKeys.KernelArguments),
        Files = settings.Get(SystemKeys.Files),
    };
}
