// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Ghaf.Protocol;

namespace Ghaf.Host.Control;

/// <summary>
/// One command as a script for the shell at the other end of a socket, and the reading of what comes back. The shell prints
/// a marker and the exit code behind the output; the marker is random, so that no output can be taken for it:
/// <code>
/// exec 2>&amp;1; 'ip' 'addr' &lt;/dev/null; printf '\n%s %d\n' 7d1f… "$?"; exit
/// </code>
/// </summary>
internal sealed class ShellScript(IReadOnlyList<string> argv, string marker)
{
    /// <summary>What is sent to the shell.</summary>
    public byte[] ToBytes()
    {
        var command = string.Join(' ', argv.Select(Quote));
        return Encoding.UTF8.GetBytes($"exec 2>&1; {command} </dev/null; printf '\\n%s %d\\n' {marker} \"$?\"; exit\n");
    }

    /// <summary>Looks for the end in what came so far; null while it is not there.</summary>
    /// <param name="end">The last bytes received, at least 64 when there are as many.</param>
    public int? FindExitCode(ReadOnlySpan<byte> end)
    {
        var sign = Encoding.ASCII.GetBytes($"\n{marker} ");
        var at = end.LastIndexOf(sign);
        if (at < 0)
        {
            return null;
        }

        var number = end[(at + sign.Length)..];
        var length = number.IndexOf((byte)'\n');
        return length >= 0 && int.TryParse(number[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;
    }

    /// <summary>The command's own output: what stands before the marker's line.</summary>
    public CommandOutput Finish(ReadOnlySpan<byte> received, int exitCode, bool truncated)
    {
        var at = received.LastIndexOf(Encoding.ASCII.GetBytes($"\n{marker} "));
        return new CommandOutput(exitCode, Encoding.UTF8.GetString(at < 0 ? received : received[..at]), truncated);
    }

    private static string Quote(string word) => "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
