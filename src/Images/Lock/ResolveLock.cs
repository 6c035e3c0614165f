// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Lets apt choose the packages of each request, and pins what it chose.</summary>
/// <remarks>The only step that needs apt on the machine. apt verifies the indices with the keys that ghaf brings along.</remarks>
public static class ResolveLock
{
    private const string AptMend = "`ghaf lock` needs apt, version 2.6 or newer; run it on Debian or Ubuntu. Builds do not need it.";

    /// <summary>Makes a lock with one set for each request.</summary>
    /// <param name="requests">
    /// Lists of package names; <c>?essential</c> stands for all essential packages, which are not added by themselves.
    /// </param>
    /// <param name="options">Null: trixie for amd64 from Debian's own mirrors.</param>
    /// <param name="cancellation">Ends apt.</param>
    /// <exception cref="UnknownPackageException">A name is not in the repositories.</exception>
    /// <exception cref="UnsatisfiableRequestException">A request contradicts itself.</exception>
    /// <exception cref="ToolFailedException">No mirror answered, or a signature is wrong.</exception>
    /// <exception cref="LockSupersededException">The archive no longer has what <see cref="ResolveLockOptions.Keep"/> pins.</exception>
    public static async Task<PackageLock> RunAsync(
        IEnumerable<IReadOnlyCollection<string>> requests,
        ResolveLockOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        options ??= new ResolveLockOptions();
        ProgramPath.Require("apt-get", AptMend);
        ImmutableArray<ImmutableArray<string>> wanted = [.. requests.Select(PackageLock.Normalise)];
        ImmutableArray<IReadOnlyCollection<string>> all = [.. wanted.Concat((options.Keep?.Sets ?? []).Select(set => set.Request))];
        options = options with { Sources = [.. options.Sources.Where(source => !source.IsForTools || all.Any(source.IsAskedBy))] };
        using var apt = new AptTree(options.Architecture, options.Keyring);
        apt.Avoid(options.Sources.Where(source => source.IsForTools).Select(source => source.Suite));
        var bases = await UpdateAsync(apt, options, cancellation).ConfigureAwait(false);

        var index = new PackageIndex();
        var repositories = ImmutableArray.CreateBuilder<LockedRepository>();
        foreach (var source in options.Sources)
        {
            var lists = new AptLists(apt.Lists, bases[source.Repository], source);
            repositories.Add(lists.Describe(options.Architecture));
            index.Add(source.Repository, lists.Packages(options.Architecture));
        }

        var sets = new Dictionary<string, LockedSet>(StringComparer.Ordinal);
        var packages = ImmutableSortedDictionary.CreateBuilder<string, LockedPackage>(StringComparer.Ordinal);
        if (options.Keep is { } kept)
        {
            apt.Prefer(kept.Packages.Values);
            packages.AddRange(kept.Packages);
            foreach (var set in kept.Sets)
            {
                sets[string.Join(' ', set.Request)] = set;
            }
        }

        foreach (var request in wanted)
        {
            options.Messages?.Report($"Choosing packages for: {string.Join(' ', request)}");
            var chosen = await ChooseAsync(apt, request, bases, index, options, cancellation).ConfigureAwait(false);
            sets[string.Join(' ', request)] = new(request, [.. chosen.Select(p => p.Id).Order(StringComparer.Ordinal)]);
            foreach (var package in chosen)
            {
                packages.TryAdd(package.Id, package);
            }
        }

        // Only now: a name that does not exist is the more useful news.
        RequireServed(options.Keep, index);
        return new PackageLock
        {
            Epoch = options.Sources.Zip(repositories).Where(pair => !pair.First.IsForTools).Max(pair => pair.Second.Date),
            Repositories = repositories.ToImmutable(),
            Sets = [.. sets.Values],
            Packages = packages.ToImmutable(),
        };
    }

    private static void RequireServed(PackageLock? kept, PackageIndex index)
    {
        var gone = (kept?.Packages.Values ?? [])
            .Where(package => index.Find(package.Repository, package.Path)?.Sha256 != package.Sha256)
            .ToList();
        if (gone.Count > 0)
        {
            throw new LockSupersededException(gone);
        }
    }

    // Asks the mirrors in their order: the nth of each repository, where there are so many.
    private static async Task<ImmutableDictionary<string, Uri>> UpdateAsync(
        AptTree apt, ResolveLockOptions options, CancellationToken cancellation)
    {
        var attempts = options.Sources.Max(source => options.Mirrors.Bases[source.Repository].Length);
        for (var attempt = 0; ; attempt++)
        {
            var bases = options.Mirrors.Bases.ToImmutableDictionary(
                pair => pair.Key, pair => pair.Value[Math.Min(attempt, pair.Value.Length - 1)]);
            apt.SetSources(options.Sources.Select(source => (source, bases[source.Repository])), options.Architecture);
            options.Messages?.Report($"Reading the indices of {string.Join(", ", bases.Values.Select(b => b.Host).Distinct())}");
            try
            {
                await apt.AptGet("update", "-q").RunAsync(cancellation).ConfigureAwait(false);
                return bases;
            }
            catch (ToolFailedException failure) when (attempt < attempts - 1)
            {
                options.Messages?.Report($"That failed, trying the next mirror: {failure.ErrorEnd}");
            }
        }
    }

    private static async Task<List<LockedPackage>> ChooseAsync(
        AptTree apt,
        ImmutableArray<string> request,
        ImmutableDictionary<string, Uri> bases,
        PackageIndex index,
        ResolveLockOptions options,
        CancellationToken cancellation)
    {
        var command = apt.AptGet(["install", "--print-uris", "-y", "-q", "--", .. request]) with { FailureThrows = false };
        var result = await command.RunAsync(cancellation).ConfigureAwait(false);
        if (result.Status != 0)
        {
            var failure = new ToolFailedException("apt-get", result.Status, command.ToShell(), result.Error.TrimEnd());
            var suites = string.Join(", ", options.Sources.Select(source => source.Suite));
            throw AptAnswer.Explain(failure, result.Output.Trim(), request, suites);
        }

        return [.. AptAnswer.Addresses(result.Output).Select(address => Find(address, bases, index))];
    }

    private static LockedPackage Find(string address, ImmutableDictionary<string, Uri> bases, PackageIndex index)
    {
        foreach (var (repository, start) in bases)
        {
            if (address.StartsWith(start.ToString(), StringComparison.Ordinal)
                && index.Find(repository, Uri.UnescapeDataString(address[start.ToString().Length..])) is { } package)
            {
                return package;
            }
        }

        throw new InvalidDataException($"apt chose {address}, which none of the indices has.");
    }
}
