// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>What every step of one build shares.</summary>
internal sealed class BuildContext : IAsyncDisposable
{
    private readonly UnpackPackage _unpack;
    private readonly StepKey _toolsKey;

    /// <param name="store">Where results are kept.</param>
    /// <param name="packageLock">The only source of packages.</param>
    /// <param name="toolchain">The unpacked toolchain.</param>
    /// <param name="unpack">Fetches and unpacks packages.</param>
    /// <param name="progress">Where steps say that they run.</param>
    public BuildContext(
        Store store, PackageLock packageLock, string toolchain, UnpackPackage unpack, IBuildProgress progress)
    {
        Store = store;
        Lock = packageLock;
        Tools = new Sandbox { ToolchainRoot = toolchain, SourceDateEpoch = packageLock.Epoch };
        Progress = progress;
        Discard = new DiscardFolders(store);
        _unpack = unpack;
        var tools = packageLock.GetPackages(PackageRequests.Toolchain);
        _toolsKey = StepKey.For("Tools", 1).With("debs", tools.Select(package => package.Sha256)).Build();
    }

    public Store Store { get; }

    public PackageLock Lock { get; }

    /// <summary>The sandbox with the locked toolchain, and no folder of ours in it.</summary>
    public Sandbox Tools { get; }

    public IBuildProgress Progress { get; }

    /// <summary>Takes the working folders of steps.</summary>
    public DiscardFolders Discard { get; }

    /// <summary>The time of everything in an image.</summary>
    public DateTimeOffset Epoch => DateTimeOffset.FromUnixTimeSeconds(Lock.Epoch);

    /// <summary>A key that depends on the toolchain and the lock's time, as every step does that runs a tool.</summary>
    public StepKeyBuilder Key(string step, int revision) =>
        StepKey.For(step, revision).With("tools", _toolsKey).With("epoch", Lock.Epoch);

    /// <summary>The folders of packages in the store, in the same order, each with data.tar and control.</summary>
    public IAsyncEnumerable<string> UnpackAsync(
        IReadOnlyList<LockedPackage> packages, CancellationToken cancellation) =>
        _unpack.OneByOneAsync(Lock, packages, cancellation);

    /// <summary>Another set of tools, unpacked like the toolchain.</summary>
    public Task<string> ToolsAsync(IReadOnlyCollection<string> request, CancellationToken cancellation) =>
        new Toolchain(Store, _unpack).GetToolchainAsync(Lock, request, cancellation);

    public async Task<StepResult> StepAsync(
        StepKeyBuilder key, string name, string title, Func<string, CancellationToken, Task> produce,
        CancellationToken cancellation)
    {
        var built = key.Build();
        var folder = await Store.GetOrAddAsync(
            built,
            name,
            async (temporary, token) =>
            {
                var clock = Stopwatch.StartNew();
                Progress.StepStarted(title);
                await produce(temporary, token).ConfigureAwait(false);
                Progress.StepDone(title, clock.Elapsed);
            },
            cancellation).ConfigureAwait(false);
        return new StepResult(built, folder);
    }

    public ValueTask DisposeAsync() => Discard.DisposeAsync();
}
