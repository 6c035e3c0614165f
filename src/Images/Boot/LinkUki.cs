// SPDX-License-Identifier: Apache-2.0

namespace Ghaf.Images;

/// <summary>Kernel, initrd and command line to one UEFI program, <c>host.efi</c>, not signed yet.</summary>
internal static class LinkUki
{
    private const int Revision = 3;

    /// <param name="initrd">Null for a kernel that mounts its root itself.</param>
    public static Task<StepResult> RunAsync(
        BuildContext context, Kernel kernel, StepResult? initrd, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var commandLine = string.Join(' ', arguments);
        var release = Release(ImageVersion.Of(context));
        var key = context.Key("LinkUki", Revision)
            .With("kernel", kernel.Package).With("commandLine", commandLine).With("release", release);
        return context.StepAsync(
            initrd is null ? key : key.With("initrd", initrd.Key),
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

                var sandbox = context.Tools.With(folder, "/uki");
                sandbox = initrd is null ? sandbox : sandbox.WithReadOnly(initrd.Folder, "/initrd");
                await sandbox.Wrap(
                    "/usr/bin/ukify",
                    [
                        "build", "--linux=/uki/vmlinuz", .. initrd is null ? (string[])[] : ["--initrd=/initrd/initrd.cpio"],
                        $"--cmdline={commandLine}", $"--os-release={release}", $"--uname={kernel.Version}",
                        "--stub=/usr/lib/systemd/boot/efi/linuxx64.efi.stub", "--output=/uki/host.efi",
                    ]).RunAsync(token);
                File.Delete(image);
            },
            cancellation);
    }

    // By these the boot loader names and sorts what it finds.
    private static string Release(string version) =>
        $"ID=ghaf\nNAME=Ghaf\nPRETTY_NAME=\"Ghaf {version}\"\nVERSION_ID={version}\nIMAGE_ID=ghaf\nIMAGE_VERSION={version}\n";
}
