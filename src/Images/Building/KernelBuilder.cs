// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>The compiled kernels of a device, without the device. What was built before is taken from the store.</summary>
public static class KernelBuilder
{
    /// <param name="recipe">Of a compiled kernel.</param>
    /// <param name="packageLock">Has to have a set for <see cref="PackageRequests.KernelCompiler"/>.</param>
    /// <param name="fileFolders">Where the fragments are: the folders <c>files</c> of all libraries of modules.</param>
    /// <exception cref="GhafException">A fragment is missing or has no effect, a package cannot be had, a tool failed.</exception>
    public static Task<BuiltKernel> CompileAsync(
        KernelRecipe recipe, PackageLock packageLock, Store store, ImmutableArray<string> fileFolders, IBuildProgress progress,
        IProgress<FetchProgress>? fetch, CancellationToken cancellation) =>
        InContextAsync(
            recipe, packageLock, store, progress, fetch,
            async context =>
            {
                var configured = await ConfigureKernel.RunAsync(context, recipe, FindFragments.Of(recipe, fileFolders), cancellation);
                var kernel = await CompileKernel.RunAsync(context, recipe, configured, cancellation);
                var release = await File.ReadAllTextAsync(kernel.PathOf("release"), cancellation);
                return new BuiltKernel(kernel.PathOf("vmlinuz"), release.Trim());
            },
            cancellation);

    /// <inheritdoc cref="CompileAsync"/>
    public static Task<ConfiguredKernel> ConfigureAsync(
        KernelRecipe recipe, PackageLock packageLock, Store store, ImmutableArray<string> fileFolders, IBuildProgress progress,
        IProgress<FetchProgress>? fetch, CancellationToken cancellation) =>
        InContextAsync(
            recipe, packageLock, store, progress, fetch,
            async context =>
            {
                var fragments = FindFragments.Of(recipe, fileFolders);
                var configured = await ConfigureKernel.RunAsync(context, recipe, fragments, cancellation);
                var file = configured.PathOf("config");
                var known = await File.ReadAllLinesAsync(configured.PathOf("known"), cancellation);
                return new ConfiguredKernel(
                    file,
                    KernelConfig.Parse(await File.ReadAllTextAsync(file, cancellation)),
                    KernelFragment.Combine(fragments),
                    [.. known]);
            },
            cancellation);

    private static async Task<T> InContextAsync<T>(
        KernelRecipe recipe, PackageLock packageLock, Store store, IBuildProgress progress, IProgress<FetchProgress>? fetch,
        Func<BuildContext, Task<T>> build, CancellationToken cancellation)
    {
        using var fetching = new FetchPackages(store, new FetchOptions { Progress = fetch });
        var unpack = new UnpackPackage(store, fetching);
        var compiler = await new Toolchain(store, unpack)
            .GetToolchainAsync(packageLock, PackageRequests.KernelCompiler(recipe.Package), cancellation);
        await using var context = new BuildContext(store, packageLock, compiler, unpack, progress);
        return await build(context);
    }
}
