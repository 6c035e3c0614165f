// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>
/// An unpacked Debian kernel package. It is not installed: its scripts would build an initrd with tools that no image
/// needs.
/// </summary>
internal sealed class Kernel
{
    private const string ImagePrefix = "boot/vmlinuz-";

    private Kernel(Sha256 package, RootTree tree)
    {
        Package = package;
        Tree = tree;
        var (path, image) = tree.Entries.Single(e => e.Key.StartsWith(ImagePrefix, StringComparison.Ordinal));
        Version = path[ImagePrefix.Length..];
        Image = image.Content;
        Modules = new ModuleGraph(tree, Version);
    }

    /// <summary>Stands for everything in it.</summary>
    public Sha256 Package { get; }

    /// <summary>As it calls itself: <c>6.12.107+deb13-amd64</c>.</summary>
    public string Version { get; }

    /// <summary>The compressed, bootable kernel.</summary>
    public FileContent Image { get; }

    public ModuleGraph Modules { get; }

    public RootTree Tree { get; }

    /// <param name="set">The locked closure of <c>linux-image-amd64</c> or its like; only the kernel itself is taken.</param>
    /// <exception cref="KernelMissingException">There is none.</exception>
    public static async Task<Kernel> OpenAsync(BuildContext context, PackageSet set, CancellationToken cancellation)
    {
        var package = set.Packages.FirstOrDefault(p => p.Name.StartsWith("linux-image-", StringComparison.Ordinal)
            && char.IsAsciiDigit(p.Name["linux-image-".Length]))
            ?? throw new KernelMissingException(set.Name);
        var unpacked = await context.UnpackAsync([package], cancellation);
        return new Kernel(package.Hash, TarFormat.Read(Path.Combine(unpacked[0], "data.tar")));
    }
}
