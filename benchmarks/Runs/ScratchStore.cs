// SPDX-License-Identifier: Apache-2.0
using Ghaf.Benchmarks.Setup;
using Ghaf.Images;

namespace Ghaf.Benchmarks.Runs;

/// <summary>A store in the state before a full build: fetched packages and unpacked tools, nothing built.</summary>
internal static class ScratchStore
{
    /// <param name="cache">The user's own store. What is taken from it gets a second name, not a copy.</param>
    /// <param name="toolchain">The root of the toolchain in it.</param>
    public static async Task MakeAsync(Workspace workspace, Store cache, string toolchain, CancellationToken cancellation)
    {
        await Folders.EmptyAsync(workspace.Store, cancellation);
        await Folders.LinkAsync(cache.Blobs, Path.Combine(workspace.Store, "blobs"), cancellation);
        var step = Path.GetDirectoryName(toolchain)!;
        await Folders.LinkAsync(step, Path.Combine(workspace.Store, "steps", Path.GetFileName(step)), cancellation);
    }
}
