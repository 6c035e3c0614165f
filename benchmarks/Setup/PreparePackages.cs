// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Ghaf.Exec;
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Benchmarks.Setup;

/// <summary>Pins the comparison's packages and fetches them into the user's own store.</summary>
internal sealed class PreparePackages(Workspace workspace, Store cache)
{
    /// <summary>The committed lock if it has all that is asked for, otherwise a new one, written in its place.</summary>
    public async Task<PackageLock> LockAsync(CancellationToken cancellation)
    {
        var requests = (await PlanRequestsAsync(cancellation)).Append(Requests.MkosiTools).Append(Requests.Repository).ToList();
        var file = workspace.LockFile;
        var known = File.Exists(file) ? await PackageLock.LoadAsync(file, cancellation) : null;
        if (known is null || requests.Any(request => known.FindSet(request) is null))
        {
            Console.WriteLine($"Pinning packages in {file}");
            known = await ResolveLock.RunAsync(requests, cancellation: cancellation);
            await known.SaveAsync(file, cancellation);
        }

        File.Copy(file, Path.Combine(workspace.Copy, PackageLock.FileName), overwrite: true);
        return known;
    }

    public async Task FetchAsync(PackageLock packageLock, CancellationToken cancellation)
    {
        using var fetch = new FetchPackages(cache);
        await fetch.RunAsync(packageLock, [.. packageLock.Packages.Values], cancellation);
    }

    /// <summary>The root of an unpacked toolchain.</summary>
    public async Task<string> ToolsAsync(
        PackageLock packageLock, IReadOnlyCollection<string> request, CancellationToken cancellation)
    {
        using var fetch = new FetchPackages(cache);
        return await new Toolchain(cache, new UnpackPackage(cache, fetch)).GetToolchainAsync(packageLock, request, cancellation);
    }

    // The plan comes from the ghaf that is measured, which also builds that.
    private async Task<IReadOnlyList<IReadOnlyCollection<string>>> PlanRequestsAsync(CancellationToken cancellation)
    {
        var ghaf = Path.Combine(workspace.Copy, "ghaf");
        var result = await Command.Of(ghaf, "plan", CopyCheckout.Target).RunAsync(cancellation);
        var plan = PlanJson.Read(result.Output);
        return [.. PackageRequests.For(plan).Select(request => (IReadOnlyCollection<string>)request)];
    }
}
