// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>The programs that the firmware starts, signed: the boot loader, <c>boot.efi</c>, and the host's, <c>host.efi</c>.</summary>
internal static class SignBoot
{
    private const int Revision = 1;
    private const string Loader = "usr/lib/systemd/boot/efi/systemd-bootx64.efi";

    public static Task<StepResult> RunAsync(
        BuildContext context, StepResult uki, ISignPrograms signer, CancellationToken cancellation) =>
        context.StepAsync(
            context.Key("SignBoot", Revision).With("uki", uki.Key).With("certificate", signer.Certificate),
            "signed",
            "Sign the programs of the boot",
            async (folder, token) =>
            {
                var loader = Path.Combine(context.Tools.ToolchainRoot, Loader);
                var tools = context.Tools with { ToolchainRoot = await context.ToolsAsync(signer.Tools, token) };
                await signer.SignAsync(tools, loader, Path.Combine(folder, "boot.efi"), token);
                await signer.SignAsync(tools, uki.PathOf("host.efi"), Path.Combine(folder, "host.efi"), token);
            },
            cancellation);
}
