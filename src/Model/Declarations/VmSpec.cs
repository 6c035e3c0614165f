// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Ghaf.Model;

/// <summary>One virtual machine: what it adds to the guests' common base, what it may use, whom it may reach.</summary>
public sealed record VmSpec(
    string Name,
    [CallerFilePath] string DeclaredIn = "",
    [CallerLineNumber] int DeclaredAt = 0) : SystemSpec
{
    /// <summary>The VM's memory. Default: 256 MiB.</summary>
    public ByteSize Memory { get; init; } = 256.MiB;

    /// <summary>Virtual processors. Default: 1.</summary>
    public int Cores { get; init; } = 1;

    /// <summary>The hardware's devices that are passed through to this VM, by name. Default: none.</summary>
    public ImmutableArray<string> Devices { get; init; } = [];

    /// <summary>
    /// Which of <see cref="Devices"/> leads outside. A VM with an uplink can be the gateway of others. Default: none.
    /// </summary>
    public string? Uplink { get; init; }

    /// <summary>The VM through which this one reaches the outside, and nothing else. Default: no route at all.</summary>
    public string? Gateway { get; init; }

    /// <summary>
    /// As the gateway of others: what it has for each of its links, beside <see cref="SystemSpec.Files"/>. Default:
    /// nothing.
    /// </summary>
    public Func<LinkPlan, ImmutableArray<FileSpec>> FilesForLink { get; init; } = _ => [];

    internal SourceLocation Location => SourceLocation.FromCaller(DeclaredIn, DeclaredAt);
}
