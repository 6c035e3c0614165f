// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>What a TPM will measure of the host's program, signed: <c>host.pcrsig</c>, a JSON document for systemd's tools.</summary>
internal static class SignMeasurements
{
    private const int Revision = 1;

    /// <param name="uki">See <see cref="LinkUki"/>.</param>
    public static Task<StepResult> RunAsync(
        BuildContext context, StepResult uki, ISignMeasurements signer, CancellationToken cancellation) =>
        context.StepAsync(
            context.Key("SignMeasurements", Revision).With("uki", uki.Key).With("publicKey", signer.PublicKey),
            "measured",
            "Sign what the TPM will measure",
            async (folder, token) =>
            {
                var tools = context.Tools with { ToolchainRoot = await context.ToolsAsync(PackageRequests.Measuring, token) };
                var sections = new List<string>();
                foreach (var (option, content) in MeasuredSections.Read(uki.PathOf("host.efi")))
                {
                    await File.WriteAllBytesAsync(Path.Combine(folder, option), content, token);
                    sections.Add($"--{option}=/measured/{option}");
                }

                var signature = await signer.SignAsync(tools.WithReadOnly(folder, "/measured"), sections, token);
                Array.ForEach(Directory.GetFiles(folder), File.Delete);
                await File.WriteAllTextAsync(Path.Combine(folder, "host.pcrsig"), signature, token);
            },
            cancellation);
}
