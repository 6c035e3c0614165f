// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>Looks for the kernel's last words on the host's serial console.</summary>
internal static class HostPanic
{
    private const int Tail = 64 << 10;

    /// <summary>The line of the panic, or null.</summary>
    public static string? Find(string hostLog)
    {
        if (!File.Exists(hostLog))
        {
            return null;
        }

        using var log = new FileStream(hostLog, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Seek(-Math.Min(Tail, log.Length), SeekOrigin.End);
        using var reader = new StreamReader(log);
        return reader.ReadToEnd().Split('\n').FirstOrDefault(line =>
            line.Contains("Kernel panic - not syncing", StringComparison.Ordinal))?.Trim();
    }
}
