// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Every package of every request, by version and hash: the file <c>ghaf.lock</c>.</summary>
/// <remarks>A build reads only this; what apt would choose today does not matter to it.</remarks>
public sealed record PackageLock
{
    /// <summary>The usual name of the file, beside the device's definition.</summary>
    public const string FileName = "ghaf.lock";

    /// <summary>The form of the file; any other is refused.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The newest Date of the signed indices, Unix seconds: SOURCE_DATE_EPOCH of all builds.</summary>
    public required long Epoch { get; init; }

    public required ImmutableArray<LockedRepository> Repositories { get; init; }

    public required ImmutableArray<LockedSet> Sets { get; init; }

    /// <summary>All packages by <see cref="LockedPackage.Id"/>.</summary>
    public required ImmutableSortedDictionary<string, LockedPackage> Packages { get; init; }

    /// <summary>Over the canonical text: two locks are the same if and only if this is.</summary>
    public Sha256 Digest => Sha256.Of(PackageLockWriter.Write(this));

    /// <summary>Names in the order of the lock file, each once.</summary>
    public static ImmutableArray<string> Normalise(IEnumerable<string> request) =>
        [.. request.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What the lock holds for a request, or null. The order of the names does not matter.</summary>
    public LockedSet? FindSet(IReadOnlyCollection<string> request)
    {
        var normal = Normalise(request);
        return Sets.FirstOrDefault(set => set.Request.SequenceEqual(normal));
    }

    /// <summary>The packages of a request, sorted by id.</summary>
    /// <exception cref="LockStaleException">The lock was made without this request.</exception>
    public ImmutableArray<LockedPackage> GetPackages(IReadOnlyCollection<string> request) =>
        PackagesOf(FindSet(request) ?? throw new LockStaleException(Normalise(request)));

    /// <summary>The packages of a set of this lock, sorted by id.</summary>
    public ImmutableArray<LockedPackage> PackagesOf(LockedSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return [.. set.Packages.Select(id => Packages[id])];
    }

    /// <summary>The lock with only these sets, and only the packages that they hold.</summary>
    public PackageLock With(IEnumerable<LockedSet> sets)
    {
        ImmutableArray<LockedSet> kept = [.. sets];
        var held = kept.SelectMany(set => set.Packages).ToHashSet(StringComparer.Ordinal);
        return this with { Sets = kept, Packages = Packages.RemoveRange(Packages.Keys.Where(id => !held.Contains(id))) };
    }

    /// <summary>Reads a lock file.</summary>
    /// <exception cref="LockUnreadableException">It is missing, damaged, of another schema, or may not be read.</exception>
    public static async Task<PackageLock> LoadAsync(string path, CancellationToken cancellation = default) =>
        Parse(path, await PackageLockFile.ReadAsync(path, cancellation).ConfigureAwait(false));

    /// <summary>Reads the text of a lock.</summary>
    /// <param name="file">What to call it in messages.</param>
    /// <exception cref="LockUnreadableException">It is damaged or of another schema.</exception>
    public static PackageLock Parse(string file, string text) => PackageLockReader.Read(file, text);

    /// <summary>Writes the canonical text; a reader finds either the old file or the new one, never half of it.</summary>
    /// <exception cref="LockNotWritableException">The folder may not be written to.</exception>
    /// <exception cref="DiskFullException">There is no room.</exception>
    public Task SaveAsync(string path, CancellationToken cancellation = default) =>
        PackageLockFile.WriteAsync(path, PackageLockWriter.Write(this), cancellation);
}
