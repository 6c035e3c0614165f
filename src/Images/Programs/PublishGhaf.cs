// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>The command-line tool itself, <c>ghaf</c>, which as a managed program takes longer to start than many of its commands.</summary>
public static class PublishGhaf
{
    internal static NativeProgram Program { get; } = new(
        "ghaf", nameof(PublishGhaf), "Compile ghaf", 1, "src/Cli",
        ["src/Exec", "src/Images", "src/Model", "src/Protocol", "src/Runners", "src/SupplyChain"]);

    /// <param name="packageLock">Has to have a set for <see cref="PackageRequests.Compiler"/>.</param>
    /// <param name="checkout">The folder with <c>src</c>.</param>
    /// <param name="fetch">Told how much of the packages is here.</param>
    /// <returns>The program's path in the store.</returns>
    /// <exception cref="GhafException">The lock does not fit, a package cannot be had, a tool failed, the disk is full.</exception>
    public static async Task<string> RunAsync(
        PackageLock packageLock, Store store, string checkout, IBuildProgress progress, IProgress<FetchProgress>? fetch,
        CancellationToken cancellation)
    {
        using var fetching = new FetchPackages(store, new FetchOptions { Progress = fetch });
        var unpack = new UnpackPackage(store, fetching);

        // No step here uses the toolchain of images, which is far larger.
        var compiler = await new Toolchain(store, unpack).GetToolchainAsync(packageLock, PackageRequests.Compiler, cancellation);
        await using var context = new BuildContext(store, packageLock, compiler, unpack, progress);
        var published = await PublishNative.RunAsync(context, Program, checkout, cancellation);
        return published.PathOf(Program.Name);
    }
}
