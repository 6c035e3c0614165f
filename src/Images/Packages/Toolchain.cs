// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>The build tools: a locked package set, unpacked into one tree without running any of its scripts; Python is compiled.</summary>
public sealed class Toolchain(Store store, UnpackPackage unpack)
{
    private const int Revision = 2;

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
                var root = Path.Combine(target, "root");
                await ExtractTree.RunAsync(
                    unpack.OneByOneAsync(packageLock, packages, stop).Select(UnpackPackage.ContentOf), root, cancellation: stop)
                    .ConfigureAwait(false);
                await CompilePythonAsync(root, stop).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        return Path.Combine(folder, "root");
    }

    // What Debian's scripts would do at installation. Without it each start of ukify compiles all that it imports, which
    // takes four times as long as its work. The sources never change here, so they need not be looked at. A file that does not
    // compile is left to whoever imports it.
    private static async Task CompilePythonAsync(string root, CancellationToken cancellation)
    {
        if (File.Exists(Path.Combine(root, "usr/bin/python3")) && File.Exists(Path.Combine(root, "usr/bin/bwrap")))
        {
            await new Sandbox { ToolchainRoot = root, Root = root }
                .Wrap("/bin/sh", "-c", "python3 -m compileall -qq --invalidation-mode unchecked-hash /usr/lib/python3* || :")
                .RunAsync(cancellation).ConfigureAwait(false);
        }
    }
}
