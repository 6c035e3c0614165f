// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>
/// A Debian kernel package to <c>vmlinuz</c>, <c>version</c> and <c>lib/modules/VERSION</c>. The package is not
/// installed: its scripts would build an initrd with tools that no image needs.
/// </summary>
internal static class UnpackKernel
{
    private const int Revision = 1;

    /// <param name="set">The locked closure of <c>linux-image-amd64</c> or its like; only the kernel itself is taken.</param>
    public static Task<StepResult> RunAsync(BuildContext context, PackageSet set, CancellationToken cancellation)
    {
        var package = Kernel(set);
        return context.StepAsync(
            context.Key("UnpackKernel", Revision).With("package", package.Hash),
            $"kernel-{package.Version}",
            $"Unpack kernel {package.Version}",
            async (folder, token) =>
            {
                var work = Directory.CreateDirectory(Path.Combine(folder, "work")).FullName;
                var unpacked = await context.Unpack([package], token);
                await ExtractTree.RunAsync([Path.Combine(unpacked[0], "data.tar")], work, token);
                var image = Directory.GetFiles(Path.Combine(work, "boot"), "vmlinuz-*").Single();
                var version = Path.GetFileName(image)["vmlinuz-".Length..];
                File.Move(image, Path.Combine(folder, "vmlinuz"));
                await File.WriteAllTextAsync(Path.Combine(folder, "version"), version, token);
                Directory.CreateDirectory(Path.Combine(folder, "lib"));
                Directory.Move(Path.Combine(work, "usr/lib/modules"), Path.Combine(folder, "lib/modules"));
                Directory.Delete(work, recursive: true);
                var sandbox = context.Tools.With(folder, "/kernel");
                await sandbox.Wrap("/usr/sbin/depmod", "-b", "/kernel", version).RunAsync(token);
            },
            cancellation);
    }

    private static LockedPackage Kernel(PackageSet set) =>
        set.Packages.FirstOrDefault(p => p.Name.StartsWith("linux-image-", StringComparison.Ordinal)
            && char.IsAsciiDigit(p.Name["linux-image-".Length]))
        ?? throw new KernelMissingException(set.Name);
}
