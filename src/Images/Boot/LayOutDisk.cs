// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>The device's disk, <c>disk.raw</c>: an EFI system partition with the host's program, and the host's root.</summary>
internal static class LayOutDisk
{
    private const int Revision = 2;

    /// <summary>The label of the root partition, by which the initrd finds it.</summary>
    public static string RootLabel(DevicePlan plan) => $"{plan.Target}-a";

    public static Task<StepResult> RunAsync(
        BuildContext context, DevicePlan plan, StepResult uki, StepResult root, CancellationToken cancellation) =>
        context.StepAsync(
            context.Key("LayOutDisk", Revision)
                .With("target", plan.Target).With("uki", uki.Key).With("root", root.Key),
            $"disk-{plan.Target}",
            "Lay out the disk",
            async (folder, token) =>
            {
                var definitions = Directory.CreateDirectory(Path.Combine(folder, "repart.d")).FullName;
                await File.WriteAllTextAsync(Path.Combine(definitions, "10-esp.conf"), Esp, token);
                await File.WriteAllTextAsync(Path.Combine(definitions, "20-root.conf"), Root(plan), token);
                var sandbox = context.Tools.With(folder, "/disk")
                    .WithReadOnly(uki.Folder, "/uki").WithReadOnly(root.Folder, "/root-image");

                // It makes the file system of the first partition in /var/tmp, which the sandbox has read-only.
                sandbox = sandbox with { Environment = sandbox.Environment.Add("TMPDIR", "/tmp") };
                await sandbox.Wrap(
                    "/usr/bin/systemd-repart", "--empty=create", "--size=auto", "--dry-run=no", "--offline=yes",
                    "--sector-size=512",
                    "--definitions=/disk/repart.d", $"--seed={Seed(plan)}", "--no-pager", "/disk/disk.raw").RunAsync(token);
            },
            cancellation);

    private const string Esp = """
        [Partition]
        Type=esp
        Format=vfat
        CopyFiles=/uki/host.efi:/EFI/BOOT/BOOTX64.EFI
        SizeMinBytes=64M
        SizeMaxBytes=64M

        """;

    private static string Root(DevicePlan plan) => $"""
        [Partition]
        Type=root
        Label={RootLabel(plan)}
        CopyBlocks=/root-image/root.erofs
        ReadOnly=yes

        """;

    // Partition and disk identifiers follow from it, so that equal inputs give equal disks.
    private static Guid Seed(DevicePlan plan) => new(Sha256.Of($"ghaf disk {plan.Target}").Hex[..32]);
}
