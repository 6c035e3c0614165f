// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>
/// The hash tree of dm-verity over a root file system: <c>root.verity</c>, and its root in <c>root.hash</c>, which stands for
/// every byte of the file system.
/// </summary>
internal static class SealVerity
{
    private const int Revision = 1;

    public static Task<StepResult> RunAsync(BuildContext context, StepResult root, CancellationToken cancellation) =>
        context.StepAsync(
            context.Key("SealVerity", Revision).With("root", root.Key),
            "verity",
            "Seal the host's root",
            async (folder, token) =>
            {
                // The salt is for equal blocks of different images, and need not be secret; the identifier is in the superblock.
                var salt = Sha256.Of($"ghaf verity salt {root.Key.Digest}");
                var identifier = new Guid(Sha256.Of($"ghaf verity {root.Key.Digest}").Hex[..32]);
                await context.Tools.With(folder, "/verity").WithReadOnly(root.Folder, "/root-image").Wrap(
                    "/usr/sbin/veritysetup", "format", $"--salt={salt}", $"--uuid={identifier}", "--hash=sha256",
                    $"--data-block-size={VerityTable.BlockSize}", $"--hash-block-size={VerityTable.BlockSize}",
                    "--root-hash-file=/verity/root.hash", "/root-image/root.erofs", "/verity/root.verity").RunAsync(token);
                await File.WriteAllTextAsync(Path.Combine(folder, "root.salt"), salt.Hex, token);
            },
            cancellation);

    /// <summary>What the kernel is told about the result.</summary>
    public static async Task<VerityTable> ReadAsync(StepResult verity, StepResult root, CancellationToken cancellation) => new(
        Sha256.Parse((await File.ReadAllTextAsync(verity.PathOf("root.hash"), cancellation)).Trim()),
        Sha256.Parse(await File.ReadAllTextAsync(verity.PathOf("root.salt"), cancellation)),
        new FileInfo(root.PathOf("root.erofs")).Length);
}
