// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>What was fetched and built on this machine, each result under the hash of all that went into it.</summary>
/// <remarks>
/// <code>
/// steps/0123…cdef-FormatErofs/   a finished result; appears at once by rename, never changes
/// used/0123…cdef-FormatErofs     its time of change is the last use; its text are the inputs
/// blobs/&lt;sha256&gt;                 fetched files
/// locks/  tmp/                   work in progress; leftovers of dead builds are removed at the next start
/// </code>
/// Several builds may use one store at once, each piece of work is done once.
/// </remarks>
public sealed class Store
{
    private readonly IProgress<string>? _messages;
    private readonly TimeProvider _time;

    /// <param name="root">Null: <see cref="StoreLocation.Default"/>. Made if it does not exist.</param>
    /// <param name="messages">Receives lines for people, for example that another build is waited for.</param>
    /// <param name="time">The clock for waiting and for marks of use.</param>
    public Store(string? root = null, IProgress<string>? messages = null, TimeProvider? time = null)
    {
        Root = Path.GetFullPath(root ?? StoreLocation.Default());
        _messages = messages;
        _time = time ?? TimeProvider.System;
        foreach (var folder in new[] { Steps, Used, Blobs, Locks, Temporary })
        {
            Directory.CreateDirectory(folder);
        }

        Leftovers.Remove(Temporary, Locks);
    }

    public string Root { get; }

    public string Blobs => Path.Combine(Root, "blobs");

    internal string Steps => Path.Combine(Root, "steps");

    internal string Used => Path.Combine(Root, "used");

    internal string Locks => Path.Combine(Root, "locks");

    internal string Temporary => Path.Combine(Root, "tmp");

    internal TimeProvider Time => _time;

    /// <summary>Where a fetched file with this hash lies, or would lie.</summary>
    public string BlobPath(Sha256 hash) => Path.Combine(Blobs, hash.Hex);

    /// <summary>The finished folder of a step, or null.</summary>
    /// <param name="key">All that goes into it.</param>
    /// <param name="name">The verb, for people who look into the store.</param>
    public string? TryGet(StepKey key, string name)
    {
        var folder = Path.Combine(Steps, NameOf(key, name));
        if (!Directory.Exists(folder))
        {
            return null;
        }

        MarkUsed(key, name);
        return folder;
    }

    /// <summary>The finished folder of a step, made now if it is not there.</summary>
    /// <param name="key">All that goes into it.</param>
    /// <param name="name">The verb, for people who look into the store.</param>
    /// <param name="produce">Fills a temporary folder, which becomes the result if this returns.</param>
    /// <param name="cancellation">Ends waiting and is handed to <paramref name="produce"/>.</param>
    /// <exception cref="DiskFullException">There is no room; what was half-written is gone.</exception>
    public async Task<string> GetOrAddAsync(
        StepKey key, string name, Func<string, CancellationToken, Task> produce, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(produce);
        if (TryGet(key, name) is { } present)
        {
            return present;
        }

        try
        {
            return await MakeAsync(key, name, produce, cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (DiskFull.Recognise(failure, Root) is { } full)
        {
            throw full;
        }
        finally
        {
            Leftovers.Remove(Temporary, Locks, NameOf(key, name));
        }
    }

    /// <summary>Removes what was not used for a while. Safe while builds run.</summary>
    /// <param name="keep">Folders of steps that stay in any case.</param>
    /// <param name="unusedFor">For how long something must not have been used to be removed.</param>
    /// <param name="cancellation">Ends it between two removals.</param>
    public Task<GcResult> GcAsync(
        IReadOnlyCollection<string> keep, TimeSpan unusedFor, CancellationToken cancellation = default) =>
        new GarbageCollection(this, keep, _time.GetUtcNow() - unusedFor).RunAsync(cancellation);

    /// <summary>The bytes of all files in the store.</summary>
    public ByteSize Size() => new(Leftovers.SizeOf(Root));

    private async Task<string> MakeAsync(
        StepKey key, string name, Func<string, CancellationToken, Task> produce, CancellationToken cancellation)
    {
        var full = NameOf(key, name);
        using var held = await StoreLock.TakeAsync(
            Path.Combine(Locks, full),
            () => _messages?.Report($"Waiting for another build that makes {full}."),
            _time,
            cancellation).ConfigureAwait(false);
        if (TryGet(key, name) is { } madeMeanwhile)
        {
            return madeMeanwhile;
        }

        var temporary = Path.Combine(Temporary, full);
        Leftovers.RemoveTree(temporary);
        Directory.CreateDirectory(temporary);
        await produce(temporary, cancellation).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(Used, full), key.Inputs, cancellation).ConfigureAwait(false);
        var folder = Path.Combine(Steps, full);
        Directory.Move(temporary, folder);
        return folder;
    }

    private static string NameOf(StepKey key, string name)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name.All(c => char.IsAsciiLetterOrDigit(c) || "-_.+".Contains(c, StringComparison.Ordinal))
            ? key.Short + "-" + name
            : throw new ArgumentException($"“{name}” cannot be part of a folder's name in the store.", nameof(name));
    }

    private void MarkUsed(StepKey key, string name)
    {
        var mark = Path.Combine(Used, NameOf(key, name));
        if (!File.Exists(mark))
        {
            File.WriteAllText(mark, key.Inputs);
        }

        File.SetLastWriteTimeUtc(mark, _time.GetUtcNow().UtcDateTime);
    }
}
