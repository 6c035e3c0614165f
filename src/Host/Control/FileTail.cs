// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.Host.Control;

/// <summary>The last lines of a log file that may be large, and may not exist yet.</summary>
internal static class FileTail
{
    private const int MostBytes = 256 * 1024;

    public static string Read(string path, int lines)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[Math.Min(file.Length, MostBytes)];
            file.Seek(-bytes.Length, SeekOrigin.End);
            var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var all = Encoding.UTF8.GetString(bytes, 0, read).TrimEnd('\n').Split('\n');
            return string.Join('\n', all.TakeLast(lines)) + "\n";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"({path} can't be read: {e.Message})\n";
        }
    }
}
