// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Ghaf.Host.Guests;

/// <summary>
/// What a guest's systemd says in one message of the sd_notify protocol:
/// <code>
/// READY=1
/// STATUS=Startup finished in 2.1s (kernel) + 5.9s (userspace) = 8.0s.
/// </code>
/// The sender is a VM that may be hostile: nothing here is believed about anybody but that VM itself.
/// </summary>
/// <param name="Ready">It finished starting.</param>
/// <param name="Stopping">It began to shut down.</param>
/// <param name="Status">What it does, without control characters, at most 256 characters.</param>
/// <param name="ActiveUnit">A unit that became active in it.</param>
/// <param name="ExitStatus">The exit status with which it ends.</param>
internal sealed record NotifyMessage(bool Ready, bool Stopping, string? Status, string? ActiveUnit, int? ExitStatus)
{
    /// <summary>The longest message accepted, in bytes; systemd's own are a few hundred.</summary>
    public const int MaximumBytes = 4096;

    private const int LongestStatus = 256;
    private const int LongestUnitName = 255;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a message. Unknown assignments are ignored; a message that breaks the protocol is refused whole.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out NotifyMessage? message)
    {
        message = null;
        if (bytes.Length is 0 or > MaximumBytes || bytes.Contains((byte)0))
        {
            return false;
        }

        var parsed = new NotifyMessage(false, false, null, null, null);
        try
        {
            foreach (var line in Strict.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var equals))
                {
                    return false;
                }

                parsed = parsed.With(line[..equals], line[(equals + 1)..]);
            }
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        message = parsed;
        return true;
    }

    private NotifyMessage With(string key, string value) => key switch
    {
        "READY" => this with { Ready = value == "1" },
        "STOPPING" => this with { Stopping = value == "1" },
        "STATUS" => this with { Status = PlainText.Clean(value, LongestStatus) },
        "X_SYSTEMD_UNIT_ACTIVE" => this with { ActiveUnit = PlainText.Clean(value, LongestUnitName) },
        "EXIT_STATUS" when byte.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            => this with { ExitStatus = status },
        _ => this,
    };
}
