// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.State;

/// <summary>
/// Gives the storage a recovery key, in place of one that nobody has seen, and keeps it in memory until it is shown. It opens
/// the storage on any machine.
/// </summary>
internal static class MakeRecoveryKey
{
    /// <param name="unlock">How the storage lets itself be changed: options of systemd-cryptenroll.</param>
    public static async Task RunAsync(StatePaths paths, IStateTools tools, string[] unlock, CancellationToken cancel)
    {
        // It prints the key, and nothing else, to standard output; what it explains goes to standard error.
        var said = await tools.RunAsync(
            ["/usr/bin/systemd-cryptenroll", .. unlock, "--recovery-key", "--wipe-slot=recovery", paths.Partition], cancel)
            .ConfigureAwait(false);
        var key = said.Split('\n', StringSplitOptions.TrimEntries).FirstOrDefault(IsKey)
            ?? throw new StateException("systemd-cryptenroll printed no recovery key.");
        File.Delete(paths.RecoveryKey);
        using var file = new FileStream(paths.RecoveryKey, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        file.Write(System.Text.Encoding.ASCII.GetBytes(key));
    }

    // Eight groups of eight letters: systemd-cryptenroll(1).
    private static bool IsKey(string line) =>
        line.Split('-') is { Length: 8 } groups && groups.All(group => group.Length == 8 && group.All(char.IsAsciiLetterLower));
}
