// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>The variables of an emulated firmware that trusts our keys and has Secure Boot on: <c>variables.fd</c>.</summary>
internal static class EnrollFirmware
{
    private const int Revision = 1;
    private const string Empty = "/usr/share/OVMF/OVMF_VARS_4M.fd";

    public static Task<StepResult> RunAsync(BuildContext context, EnrolledKeys keys, CancellationToken cancellation) =>
        context.StepAsync(
            context.Key("EnrollFirmware", Revision).With("keys", keys.Digest()),
            "firmware",
            "Enroll the keys in the emulated firmware",
            async (folder, token) =>
            {
                var certificates = Directory.CreateDirectory(Path.Combine(folder, "certificates")).FullName;
                var arguments = new List<string> { "--input", Empty, "--output", "/firmware/variables.fd", "--secure-boot" };
                void Add(string option, string name, string certificate)
                {
                    File.WriteAllText(Path.Combine(certificates, name), certificate);
                    arguments.AddRange([option, $"{keys.Owner}", $"/firmware/certificates/{name}"]);
                }

                Add("--set-pk", "PK.pem", keys.PlatformKey);
                for (var index = 0; index < keys.ExchangeKeys.Length; index++)
                {
                    Add("--add-kek", $"KEK-{index}.pem", keys.ExchangeKeys[index]);
                }

                for (var index = 0; index < keys.Programs.Length; index++)
                {
                    Add("--add-db", $"db-{index}.pem", keys.Programs[index]);
                }

                await context.Tools.With(folder, "/firmware").Wrap("/usr/bin/virt-fw-vars", arguments).RunAsync(token);
                Directory.Delete(certificates, recursive: true);
            },
            cancellation);
}
