// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>The locked toolchain as a sandbox, for commands that build nothing.</summary>
public static class OpenToolchain
{
    /// <param name="fetch">Told how much of its packages is here.</param>
    /// <param name="request">Another package set than <see cref="PackageRequests.Toolchain"/>.</param>
    public static async Task<Sandbox> RunAsync(
        PackageLock packageLock, Store store, IProgress<FetchProgress>? fetch, CancellationToken cancellation,
        IReadOnlyCollection<string>? request = null)
    {
        ArgumentNullException.ThrowIfNull(packageLock);
        using var fetching = new FetchPackages(store, new FetchOptions { Progress = fetch });
        var root = await new Toolchain(store, new UnpackPackage(store, fetching))
            .GetToolchainAsync(packageLock, request ?? PackageRequests.Toolchain, cancellation).ConfigureAwait(false);
        return new Sandbox { ToolchainRoot = root, SourceDateEpoch = packageLock.Epoch };
    }
}
