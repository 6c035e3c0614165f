// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Ghaf.Rpc.Contracts;

namespace Ghaf.Journal;

/// <summary>Reads this machine's journal by journalctl, which knows how to.</summary>
/// <param name="program">Default: systemd's journalctl.</param>
/// <param name="bootIdFile">Default: the kernel's.</param>
public sealed partial class JournalReader(
    string program = "/usr/bin/journalctl", string bootIdFile = "/proc/sys/kernel/random/boot_id") : IJournalReader
{
    /// <summary>Whether it can be a cursor: <c>s=…;i=…;b=…;m=…;t=…;x=…</c>.</summary>
    public static bool IsCursor(string text) => Form().IsMatch(text);

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<LogEntry>> ReadAsync(
        string afterCursor, bool follow, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var process = Start(Arguments(afterCursor, follow));
        try
        {
            await foreach (var batch in JournalLines.ReadAsync(process.StandardOutput.BaseStream, cancellation).ConfigureAwait(false))
            {
                yield return batch;
            }

            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                throw new JournalException($"{program} failed with exit code {process.ExitCode}; what it said is in the journal.");
            }
        }
        finally
        {
            process.Kill();
        }
    }

    internal IReadOnlyList<string> Arguments(string afterCursor, bool follow) =>
    [
        "--output=json", "--output-fields=" + JournalLine.Fields, "--all", "--no-pager", "--quiet", "--no-tail",
        .. follow ? (string[])["--follow"] : [],

        // The clock of a new boot may be behind that of the one before, and journalctl would look for the place by the time.
        .. IsOfThisBoot(afterCursor) ? (string[])["--after-cursor=" + afterCursor] : [],
    ];

    private bool IsOfThisBoot(string cursor) => cursor.Length > 0
        && cursor.Split(';').Contains("b=" + File.ReadAllText(bootIdFile).Trim().Replace("-", "", StringComparison.Ordinal));

    private Process Start(IReadOnlyList<string> arguments)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                Environment = { ["LC_ALL"] = "C" },
            },
        };
        try
        {
            process.Start();
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception e)
        {
            process.Dispose();
            throw new JournalException($"{program} can't be run: {e.Message}", e);
        }
    }

    [GeneratedRegex("^[a-z]=[0-9a-f]{1,40}(;[a-z]=[0-9a-f]{1,40}){0,9}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
