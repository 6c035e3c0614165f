// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.State;

/// <summary>The recovery key of the device's storage until somebody has seen it.</summary>
internal sealed class UnseenRecoveryKey(StatePaths paths)
{
    /// <summary>The key; null when there is none, or it was shown, or the storage is not open yet to remember that.</summary>
    public string? Read() => File.Exists(paths.Open) && File.Exists(paths.RecoveryKey) ? File.ReadAllText(paths.RecoveryKey) : null;

    /// <summary>It was shown: forgets it, and remembers in the storage that it need not be made again.</summary>
    public void Forget()
    {
        File.WriteAllText(paths.Shown, "");
        File.Delete(paths.RecoveryKey);
    }
}
