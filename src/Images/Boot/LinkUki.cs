// SPDX-License-Identifier: Apache-2.0

namespace Ghaf.Images;

/// <summary>Kernel, initrd and command line to one UEFI program, <c>host.efi</c>.</summary>
internal static class LinkUki
{
    private const int Revision = 2;

    public static Task<StepResult> RunAsync(
        BuildContext context, Kernel kernel, StepResult initrd, string commandLine, CancellationToken cancellation) =>
        context.StepAsync(
            context.Key("LinkUki", Revision)
                .With("kernel", kernel.Package).With("initrd", initrd.Key).With("commandLine", commandLine),
            "uki",
            "Link the host's UEFI image",
            async (folder, token) =>
            {
                var image = Path.Combine(folder, "vmlinuz");
                using (var source = kernel.Image.Open())
                using (var target = File.Create(image))
                {
                    await source.CopyToAsync(target, token);
                }

                var sandbox = context.Tools.With(folder, "/uki").WithReadOnly(initrd.Folder, "/initrd");
                await sandbox.Wrap(
                    "/usr/bin/ukify", "build", "--linux=/uki/vmlinuz", "--initrd=/initrd/initrd.cpio",
                    $"--cmdline={commandLine}", "--os-release=NAME=Ghaf\nID=ghaf\n",
                    $"--uname={kernel.Version}",
                    "--stub=/usr/lib/systemd/boot/efi/linuxx64.efi.stub", "--output=/uki/host.efi").RunAsync(token);
                File.Delete(image);

                // The file system of the EFI partition keeps the file's time.
                File.SetLastWriteTimeUtc(Path.Combine(folder, "host.efi"), context.Epoch.UtcDateTime);
            },
            cancellation);
}
