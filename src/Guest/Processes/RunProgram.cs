// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Ghaf.Guest.Processes;

internal sealed class RunProgram : IRunProgram
{
    public const int MaximumOutput = 256 << 10;

    public async Task<ProgramResult> RunAsync(
        string program, IReadOnlyList<string> arguments, TimeSpan limit, CancellationToken cancellation)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["LC_ALL"] = "C", ["SYSTEMD_PAGER"] = "", ["SYSTEMD_COLORS"] = "0" },
            },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new ProgramResult(127, "", e.Message);
        }

        process.StandardInput.Close();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ended.CancelAfter(limit);
        try
        {
            var output = ReadAsync(process.StandardOutput, ended.Token);
            var error = ReadAsync(process.StandardError, ended.Token);
            await process.WaitForExitAsync(ended.Token).ConfigureAwait(false);
            return new ProgramResult(process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            return new ProgramResult(null, "", "");
        }
    }

    // Reads to the end, so that the program is never stopped by a full pipe, and keeps the beginning.
    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var count)
        {
            text.Append(buffer, 0, Math.Min(count, MaximumOutput - text.Length));
        }

        return text.ToString();
    }
}
