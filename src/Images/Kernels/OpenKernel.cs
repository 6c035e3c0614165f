// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>A system's kernel, compiled or as Debian made it.</summary>
internal static class OpenKernel
{
    /// <param name="fileFolders">Where the fragments are.</param>
    public static async Task<Kernel> RunAsync(
        BuildContext context, KernelRecipe recipe, ImmutableArray<string> fileFolders, CancellationToken cancellation)
    {
        if (!recipe.IsCompiled)
        {
            var packages = context.Lock.GetPackages([recipe.Package]);
            return await Kernel.OpenAsync(context, new PackageSet(recipe.Package, packages), cancellation);
        }

        var configured = await ConfigureKernel.RunAsync(context, recipe, FindFragments.Of(recipe, fileFolders), cancellation);
        return Kernel.Of(await CompileKernel.RunAsync(context, recipe, configured, cancellation));
    }
}
