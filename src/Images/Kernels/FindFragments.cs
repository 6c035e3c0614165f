// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>
/// The files of a kernel's fragments: <c>kernel/NAME.config</c> for every architecture, and after it
/// <c>kernel/NAME.ARCHITECTURE.config</c> for the one that the kernel is for.
/// </summary>
internal static class FindFragments
{
    private const string Folder = "kernel";

    /// <param name="folders">The folders <c>files</c> of all libraries of modules.</param>
    /// <exception cref="FragmentMissingException">There is no file of a name.</exception>
    /// <exception cref="FragmentAmbiguousException">Two libraries have the same file.</exception>
    public static ImmutableArray<KernelFragment> Of(KernelRecipe recipe, ImmutableArray<string> folders) =>
        [.. recipe.Fragments.SelectMany(name => Of(recipe, name, folders))];

    private static ImmutableArray<KernelFragment> Of(KernelRecipe recipe, string name, ImmutableArray<string> folders)
    {
        string[] files = [$"{Folder}/{name}.config", $"{Folder}/{name}.{recipe.Architecture}.config"];
        ImmutableArray<KernelFragment> found = [.. files.Select(file => Read(file, folders)).OfType<KernelFragment>()];
        return found.IsEmpty ? throw new FragmentMissingException(recipe.System, name, files, folders) : found;
    }

    private static KernelFragment? Read(string file, ImmutableArray<string> folders)
    {
        string[] paths = [.. folders.Select(folder => Path.Combine(folder, file)).Where(File.Exists)];
        return paths switch
        {
            [] => null,
            [var only] => KernelFragment.Parse(file, File.ReadAllText(only)),
            _ => throw new FragmentAmbiguousException(file, paths),
        };
    }
}
