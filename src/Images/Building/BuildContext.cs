// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>What every step of one build shares.</summary>
/// <param name="Store">Where results are kept.</param>
/// <param name="Lock">The only source of packages.</param>
/// <param name="Tools">The sandbox with the locked toolchain.</param>
/// <param name="Progress">Where steps say that they run.</param>
/// <param name="Unpack">Fetches and unpacks packages; gives their folders in the store, in the same order.</param>
internal sealed record BuildContext(
    Store Store,
    PackageLock Lock,
    Sandbox Tools,
    StepKey ToolsKey,
    IBuildProgress Progress,
    Func<IReadOnlyList<LockedPackage>, CancellationToken, Task<IReadOnlyList<string>>> Unpack)
{
    /// <summary>The time of everything in an image.</summary>
    public DateTimeOffset Epoch => DateTimeOffset.FromUnixTimeSeconds(Lock.Epoch);

    /// <summary>A key that depends on the toolchain and the lock's time, as every step does that runs a tool.</summary>
    public StepKeyBuilder Key(string step, int revision) =>
        StepKey.For(step, revision).With("tools", ToolsKey).With("epoch", Lock.Epoch);

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
}
