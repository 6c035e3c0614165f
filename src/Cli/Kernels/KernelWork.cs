// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Cli.Kernels;

/// <summary>What the commands of <c>ghaf kernel</c> do to the compiled kernels of one plan.</summary>
internal sealed class KernelWork
{
    private readonly Session _session;
    private readonly PackageLock _lock;

    private KernelWork(Session session, DevicePlan plan, PackageLock packageLock, ImmutableArray<string> fileFolders)
    {
        _session = session;
        _lock = packageLock;
        Plan = plan;
        FileFolders = fileFolders;
    }

    public DevicePlan Plan { get; }

    /// <summary>Where fragments and accepted failures are.</summary>
    public ImmutableArray<string> FileFolders { get; }

    /// <exception cref="NoCompiledKernelException">The target has none.</exception>
    public static async Task<KernelWork> LoadAsync(Session session, string target, CancellationToken cancellation)
    {
        var plan = await DevicePlans.For(session).LoadAsync(target, cancellation).ConfigureAwait(false);
        if (!KernelRecipe.Of(plan).Any(recipe => recipe.IsCompiled))
        {
            throw new NoCompiledKernelException(plan);
        }

        // Only the kernels' sets have to be there: the rest of the plan may be more than this version can build.
        var packageLock = await PackageLock.LoadAsync(session.Checkout.LockFile, cancellation).ConfigureAwait(false);
        return new(session, plan, packageLock, await Cli.FileFolders.ForAsync(session, plan, cancellation).ConfigureAwait(false));
    }

    /// <param name="system"><c>host</c> or <c>guest</c>; null for both.</param>
    /// <exception cref="NoCompiledKernelException">It has Debian's kernel, or there are no VMs.</exception>
    public ImmutableArray<KernelRecipe> Compiled(string? system = null)
    {
        ImmutableArray<KernelRecipe> found =
            [.. KernelRecipe.Of(Plan).Where(recipe => recipe.IsCompiled && (system is null || recipe.System == system))];
        return found.IsEmpty ? throw new NoCompiledKernelException(Plan) : found;
    }

    public Task<BuiltKernel> CompileAsync(KernelRecipe recipe, CancellationToken cancellation) => WorkDisplay.RunAsync(
        _session, work => KernelBuilder.CompileAsync(recipe, _lock, StoreFor(work), FileFolders, work, work, cancellation));

    public Task<ConfiguredKernel> ConfigureAsync(KernelRecipe recipe, CancellationToken cancellation) => WorkDisplay.RunAsync(
        _session, work => KernelBuilder.ConfigureAsync(recipe, _lock, StoreFor(work), FileFolders, work, work, cancellation));

    /// <summary>The unpacked tool's folder.</summary>
    public Task<string> HardeningCheckerAsync(CancellationToken cancellation) => WorkDisplay.RunAsync(_session, async work =>
    {
        var store = StoreFor(work);
        using var fetching = new FetchPackages(store, new FetchOptions { Progress = work });
        return await new Toolchain(store, new UnpackPackage(store, fetching))
            .GetToolchainAsync(_lock, PackageRequests.HardeningChecker, cancellation).ConfigureAwait(false);
    });

    private Store StoreFor(IWorkDisplay work) => new(messages: work, time: _session.Time);
}
