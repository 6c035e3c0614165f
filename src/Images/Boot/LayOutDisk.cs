// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>
/// The device's disk, <c>disk.raw</c>: an EFI system partition with the signed programs of the boot; slot A with the host's
/// root and its hash tree; slot B, empty, for an update; and a small partition for what is to be kept.
/// </summary>
internal static class LayOutDisk
{
    private const int Revision = 3;

    public static Task<StepResult> RunAsync(
        BuildContext context, DevicePlan plan, DiskContent content, EnrolledKeys keys, CancellationToken cancellation) =>
        context.StepAsync(
            context.Key("LayOutDisk", Revision)
                .With("target", plan.Target).With("programs", content.Programs.Key).With("root", content.Root.Key)
                .With("verity", content.Verity.Key).With("keys", keys.Digest()).With("counted", !plan.Vms.IsEmpty)
                .With("measured", content.Measured is { } measured ? [measured.Key.Short] : []).With("state", Partitions.StateSize(plan)),
            $"disk-{plan.Target}",
            "Lay out the disk",
            async (folder, token) =>
            {
                var definitions = Directory.CreateDirectory(Path.Combine(folder, "repart.d")).FullName;
                foreach (var (name, text) in Partitions.Of(plan, content.Table))
                {
                    await File.WriteAllTextAsync(Path.Combine(definitions, name), text, token);
                }

                var boot = Path.Combine(folder, "esp");

                // The VM manager marks a boot as good; a device without VMs has none.
                BootPartition.Write(boot, content, keys, ImageVersion.Of(context), !plan.Vms.IsEmpty, context.Epoch);
                var sandbox = context.Tools.With(folder, "/disk").WithReadOnly(boot, "/esp")
                    .WithReadOnly(content.Root.Folder, "/root-image").WithReadOnly(content.Verity.Folder, "/verity");

                // It makes the file system of the first partition in /var/tmp, which the sandbox has read-only.
                sandbox = sandbox with { Environment = sandbox.Environment.Add("TMPDIR", "/tmp") };
                await sandbox.Wrap(
                    "/usr/bin/systemd-repart", "--empty=create", "--size=auto", "--dry-run=no", "--offline=yes",
                    "--sector-size=512",
                    "--definitions=/disk/repart.d", $"--seed={Seed(plan)}", "--no-pager", "/disk/disk.raw").RunAsync(token);
                Directory.Delete(boot, recursive: true);
            },
            cancellation);

    // Partition and disk identifiers follow from it, so that equal inputs give equal disks.
    private static Guid Seed(DevicePlan plan) => new(Sha256.Of($"ghaf disk {plan.Target}").Hex[..32]);
}
