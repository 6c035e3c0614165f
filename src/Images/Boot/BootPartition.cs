// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Ghaf.Images;

/// <summary>The files of the EFI system partition.</summary>
internal static class BootPartition
{
    /// <summary>How often an image may fail to come up before the boot loader takes another.</summary>
    private const int Tries = 3;

    // Nobody chooses at a menu, and nobody edits a command line.
    private const string Settings = "timeout 0\neditor no\nauto-entries no\nauto-firmware no\n";

    /// <param name="folder">Made here.</param>
    /// <param name="counted">Whether somebody on the device marks a boot as good.</param>
    public static void Write(
        string folder, DiskContent content, EnrolledKeys keys, string version, bool counted, DateTimeOffset time)
    {
        var programs = content.Programs;
        Add("EFI/BOOT/BOOTX64.EFI", File.ReadAllBytes(programs.PathOf("boot.efi")));
        Add("EFI/systemd/systemd-bootx64.efi", File.ReadAllBytes(programs.PathOf("boot.efi")));

        // The boot loader counts down in the name: automatic boot assessment of systemd.
        Add($"EFI/Linux/ghaf_{version}{(counted ? $"+{Tries}" : "")}.efi", File.ReadAllBytes(programs.PathOf("host.efi")));
        Add("loader/loader.conf", System.Text.Encoding.ASCII.GetBytes(Settings));
        if (content.Measured is { } measured)
        {
            // vmd gathers those of all images: a signature over an image cannot be in it.
            Add($"EFI/ghaf/ghaf_{version}.pcrsig", File.ReadAllBytes(measured.PathOf("host.pcrsig")));
        }

        foreach (var (variable, update) in keys.Updates)
        {
            Add($"loader/keys/auto/{variable}.auth", ImmutableCollectionsMarshal.AsArray(update)!);
        }

        foreach (var made in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
        {
            Directory.SetLastWriteTimeUtc(made, time.UtcDateTime);
        }

        void Add(string path, byte[] content)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);

            // The file system keeps the time.
            File.SetLastWriteTimeUtc(file, time.UtcDateTime);
        }
    }
}
