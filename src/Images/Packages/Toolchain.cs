// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>The build tools: a locked package set, unpacked into one tree without running any of its scripts.</summary>
public sealed class Toolchain(Store store, UnpackPackage unpack)
{
    private const int Revision = 1;

    /// <summary>The root folder of the toolchain, made now if it is not in the store.</summary>
    /// <param name="packageLock">Pins the packages.</param>
    /// <param name="request">A request of the lock, for example <see cref="PackageRequests.Toolchain"/>.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="LockStaleException">The lock has no such set.</exception>
    public async Task<string> GetToolchainAsync(
        PackageLock packageLock, IReadOnlyCollection<string> request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(packageLock);
        var packages = packageLock.GetPackages(request);
        var key = StepKey.For(nameof(Toolchain), Revision).With("debs", packages.Select(package => package.Sha256)).Build();
        var folder = await store.GetOrAddAsync(
            key,
            nameof(Toolchain),
            async (target, stop) =>
            {
                var unpacked = await unpack.RunAsync(packageLock, packages, stop).ConfigureAwait(false);
                await ExtractTree.RunAsync(
                    unpacked.Select(package => Path.Combine(package, "data.tar")),
                    Path.Combine(target, "root"),
                    cancellation: stop).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        return Path.Combine(folder, "root");
    }
}
