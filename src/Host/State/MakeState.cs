// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;

namespace Ghaf.Host.State;

/// <summary>
/// Makes the storage of a new device: LUKS2, a key that only this machine's TPM gives out, and only to an image that the
/// owner's key has signed, and a recovery key. It is left open.
/// </summary>
internal static class MakeState
{
    private const int KeyBytes = 32;

    public static async Task RunAsync(StatePaths paths, IStateTools tools, CancellationToken cancel)
    {
        // Random bytes need no slow hash: nobody can guess them.
        WriteFirstKey(paths.FirstKey);
        try
        {
            await tools.RunAsync(
                [
                    "/usr/sbin/cryptsetup", "luksFormat", "--batch-mode", "--type=luks2", $"--label={ReadPartition.Making}",
                    "--pbkdf=pbkdf2", "--pbkdf-force-iterations=1000", $"--key-file={paths.FirstKey}", paths.Partition,
                ],
                cancel).ConfigureAwait(false);

            // Not bound to values of registers, which every update changes, but to a key whose signatures vouch for them.
            await tools.RunAsync(
                [
                    "/usr/bin/systemd-cryptenroll", $"--unlock-key-file={paths.FirstKey}", "--tpm2-device=auto", "--tpm2-pcrs=",
                    $"--tpm2-public-key={paths.PublicKey}", "--tpm2-public-key-pcrs=11", $"--tpm2-signature={paths.Signature}",
                    paths.Partition,
                ],
                cancel).ConfigureAwait(false);
            await MakeRecoveryKey.RunAsync(paths, tools, [$"--unlock-key-file={paths.FirstKey}"], cancel).ConfigureAwait(false);
            await tools.RunAsync(
                ["/usr/sbin/cryptsetup", "open", "--type=luks2", $"--key-file={paths.FirstKey}", paths.Partition, StatePaths.Mapping], cancel)
                .ConfigureAwait(false);
            await tools.RunAsync(["/usr/sbin/mkfs.ext4", "-q", "-L", ReadPartition.Made, paths.Opened], cancel).ConfigureAwait(false);
            await tools.RunAsync(
                ["/usr/sbin/cryptsetup", "luksRemoveKey", "--batch-mode", paths.Partition, paths.FirstKey], cancel).ConfigureAwait(false);
            await tools.RunAsync(
                ["/usr/sbin/cryptsetup", "config", $"--label={ReadPartition.Made}", paths.Partition], cancel).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(paths.FirstKey);
        }
    }

    private static void WriteFirstKey(string path)
    {
        File.Delete(path);
        using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
    }
}
