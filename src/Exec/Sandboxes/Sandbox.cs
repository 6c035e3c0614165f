// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Exec;

/// <summary>Where build tools run: without network, without the machine's files, as root of a namespace of their own.</summary>
/// <remarks>
/// It behaves the same whoever starts it: one user id is mapped, to 0. The sandbox program itself comes from the
/// toolchain too, so that the build machine needs nothing installed.
/// </remarks>
public sealed record Sandbox
{
    /// <summary>A usr-merged folder with an unpacked toolchain that has bubblewrap.</summary>
    public required string ToolchainRoot { get; init; }

    /// <summary>
    /// The folder that is <c>/</c>, writable unless <see cref="RootReadOnly"/>. Null (the default): the toolchain, read-only,
    /// on an empty file system in memory, in which any mount point can be made.
    /// </summary>
    public string? Root { get; init; }

    /// <summary>Whether <see cref="Root"/> is mounted read-only. Mount points must then exist in it. Default: false.</summary>
    public bool RootReadOnly { get; init; }

    /// <summary>Mounted first, so that a writable folder can lie inside of a read-only one.</summary>
    public ImmutableArray<BindMount> ReadOnlyBind { get; init; } = [];

    public ImmutableArray<BindMount> Bind { get; init; } = [];

    /// <summary>Devices, such as <c>/dev/kvm</c>.</summary>
    public ImmutableArray<BindMount> DeviceBind { get; init; } = [];

    /// <summary>Added to, and winning over, LC_ALL, PATH, HOME and SOURCE_DATE_EPOCH. Nothing else is set.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Unix seconds for SOURCE_DATE_EPOCH; null (the default) leaves it unset.</summary>
    public long? SourceDateEpoch { get; init; }

    public string WorkingDirectory { get; init; } = "/";

    /// <summary>Whether the sandbox shares the machine's network. Default: no network at all, not even a host name.</summary>
    public bool Network { get; init; }

    /// <summary>
    /// Whether chown and its relatives do nothing and succeed. A namespace of an ordinary user maps one user id only, and
    /// giving a file to any other would fail.
    /// </summary>
    public bool SuppressChown { get; init; }

    /// <summary>
    /// Whether fsync and its relatives do nothing and succeed. For work in a folder that is thrown away anyway when the
    /// machine fails: waiting for the disk hundreds of times is most of what dpkg does.
    /// </summary>
    public bool SuppressSync { get; init; }

    /// <summary>Where filters of system calls are kept. Default: <c>sandbox</c> in the store.</summary>
    public string FilterFolder { get; init; } = Path.Combine(StoreLocation.Default(), "sandbox");

    /// <summary>The command that runs a program in this sandbox.</summary>
    /// <param name="program">A path or name inside of the sandbox.</param>
    /// <param name="arguments">Passed as they are.</param>
    public Command Wrap(string program, params ReadOnlySpan<string> arguments) => BubblewrapLine.Of(this, program, arguments);

    /// <inheritdoc cref="Wrap(string, ReadOnlySpan{string})"/>
    public Command Wrap(string program, IEnumerable<string> arguments) => Wrap(program, [.. arguments]);
}
