// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>A kernel and its modules: Debian's, or one that we compiled and that has all it needs in itself.</summary>
internal sealed class Kernel
{
    private const string ImagePrefix = "boot/vmlinuz-";
    private static readonly string[] BuiltInLists = ["modules.builtin", "modules.builtin.modinfo"];

    /// <summary>Stands for everything in it.</summary>
    public required Sha256 Package { get; init; }

    /// <summary>As it calls itself: <c>6.12.107+deb13-amd64</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The compressed, bootable kernel.</summary>
    public required FileContent Image { get; init; }

    public required ModuleGraph Modules { get; init; }

    /// <summary>What <c>depmod</c> reads beside the modules, by name.</summary>
    public required IReadOnlyDictionary<string, FileContent> ModuleLists { get; init; }

    /// <summary>Whether it mounts a root by itself, so that there need be no initrd.</summary>
    public required bool IsCompiled { get; init; }

    /// <summary>
    /// The kernel of an unpacked Debian package. It is not installed: its scripts would build an initrd with tools that no
    /// image needs.
    /// </summary>
    /// <param name="set">The locked closure of <c>linux-image-amd64</c> or its like; only the kernel itself is taken.</param>
    /// <exception cref="KernelMissingException">There is none.</exception>
    public static async Task<Kernel> OpenAsync(BuildContext context, PackageSet set, CancellationToken cancellation)
    {
        var package = set.Packages.FirstOrDefault(p => p.Name.StartsWith("linux-image-", StringComparison.Ordinal)
            && char.IsAsciiDigit(p.Name["linux-image-".Length]))
            ?? throw new KernelMissingException(set.Name);
        var unpacked = await context.UnpackAsync([package], cancellation).FirstAsync(cancellation);
        var tree = TarFormat.Read(UnpackPackage.ContentOf(unpacked));
        var (path, image) = tree.Entries.Single(e => e.Key.StartsWith(ImagePrefix, StringComparison.Ordinal));
        var version = path[ImagePrefix.Length..];
        string[] lists = ["modules.order", .. BuiltInLists];
        return new Kernel
        {
            Package = package.Hash,
            Version = version,
            Image = image.Content,
            Modules = new ModuleGraph(tree, version),
            ModuleLists = lists.ToDictionary(list => list, list => tree[$"usr/lib/modules/{version}/{list}"]!.Content),
            IsCompiled = false,
        };
    }

    /// <param name="compiled">The result of <see cref="CompileKernel"/>.</param>
    public static Kernel Of(StepResult compiled)
    {
        FileContent File(string name) => FileContent.WholeFile(compiled.PathOf(name));
        return new Kernel
        {
            Package = compiled.Key.Digest,
            Version = System.IO.File.ReadAllText(compiled.PathOf("release")).Trim(),
            Image = File("vmlinuz"),
            Modules = new ModuleGraph(File("modules.builtin")),
            ModuleLists = BuiltInLists.ToDictionary(list => list, File).Append(new("modules.order", FileContent.Empty)).ToDictionary(),
            IsCompiled = true,
        };
    }
}
