// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.State;

/// <summary>Opens the device's storage, which is made at the first start, and prepares what its VMs keep there.</summary>
internal static class OpenState
{
    /// <returns>0 when the storage is open or not needed, else 1; the reason is kept for the VMs that wait for it.</returns>
    public static async Task<int> RunAsync(StateSpec state, StatePaths paths, IStateTools tools, Log log, CancellationToken cancel)
    {
        if (!state.IsNeeded)
        {
            return 0;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(paths.Failure)!);
        try
        {
            Directory.CreateDirectory(
                paths.Secrets, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            BootSignatures.Gather(paths, tools);
            await OpenAsync(paths, tools, log, cancel).ConfigureAwait(false);
            tools.Mount(paths.Opened, paths.Mounted, "ext4", readOnly: false);
            await RenewRecoveryKeyAsync(paths, tools, cancel).ConfigureAwait(false);
            Prepare(state, tools);
            File.Delete(paths.Failure);
            await File.WriteAllTextAsync(paths.Open, "", cancel).ConfigureAwait(false);
            return 0;
        }
        catch (Exception e) when (e is StateException or IOException or UnauthorizedAccessException)
        {
            log.Write($"The device's storage is not open: {e.Message}");
            await File.WriteAllTextAsync(paths.Failure, e.Message, CancellationToken.None).ConfigureAwait(false);
            return 1;
        }
    }

    private static async Task OpenAsync(StatePaths paths, IStateTools tools, Log log, CancellationToken cancel)
    {
        if (!File.Exists(paths.Partition))
        {
            throw new StateException("The disk has no partition “state”. Write the image anew.");
        }

        switch (ReadPartition.Of(paths.Partition))
        {
            case PartitionContent.Foreign:
                throw new StateException("The partition “state” holds something that is not ours; nothing was changed. Overwrite its first MiB with zeros to give it up.");
            case PartitionContent.Encrypted:
                await UnlockAsync(paths, tools, cancel).ConfigureAwait(false);
                log.Write("The TPM has opened the device's storage.");
                return;
            default:
                await MakeState.RunAsync(paths, tools, cancel).ConfigureAwait(false);
                log.Write("The device's storage was made: LUKS2, bound to this machine's TPM.");
                return;
        }
    }

    private static async Task UnlockAsync(StatePaths paths, IStateTools tools, CancellationToken cancel)
    {
        try
        {
            await tools.RunAsync(
                [
                    "/usr/bin/systemd-cryptsetup", "attach", StatePaths.Mapping, paths.Partition, "-",
                    $"tpm2-device=auto,tpm2-signature={paths.Signature},headless=true,discard",
                ],
                cancel).ConfigureAwait(false);
        }
        catch (StateException e)
        {
            throw new StateException(
                $"This machine's TPM does not open it ({e.Message}) "
                + "The disk was moved here from another machine, or its TPM was cleared: the recovery key opens it.",
                e);
        }
    }

    // Shown means: somebody was there to see it. Until then each start makes another one.
    private static async Task RenewRecoveryKeyAsync(StatePaths paths, IStateTools tools, CancellationToken cancel)
    {
        if (!File.Exists(paths.Shown) && !File.Exists(paths.RecoveryKey))
        {
            await MakeRecoveryKey.RunAsync(
                paths, tools, ["--unlock-tpm2-device=auto", $"--tpm2-signature={paths.Signature}"], cancel).ConfigureAwait(false);
        }
    }

    private static void Prepare(StateSpec state, IStateTools tools)
    {
        foreach (var folder in state.Tpms)
        {
            Make(folder, tools);
        }

        foreach (var volume in state.Volumes)
        {
            Make(new OwnedFolder(Path.GetDirectoryName(volume.Path)!, volume.User), tools);
            using (var file = new FileStream(volume.Path, FileMode.OpenOrCreate, FileAccess.ReadWrite))
            {
                file.SetLength(Math.Max(file.Length, volume.Bytes));
            }

            File.SetUnixFileMode(volume.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            tools.GiveTo(volume.Path, volume.User);
        }
    }

    private static void Make(OwnedFolder folder, IStateTools tools)
    {
        Directory.CreateDirectory(folder.Path);
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        tools.GiveTo(folder.Path, folder.User);
    }
}
