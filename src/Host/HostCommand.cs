// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Ghaf.Protocol;

namespace Ghaf.Host;

/// <summary>Runs a program of the host with a list of arguments, a time limit and a bound on what it may print.</summary>
internal static class HostCommand
{
    /// <summary>More than this of a program's output is read but not kept, in characters.</summary>
    public const int KeptOutput = 256 * 1024;

    /// <summary>Runs it to its end. A program that is not there is exit code 127, one that takes too long 124, both with a word why.</summary>
    public static async Task<CommandOutput> RunAsync(IReadOnlyList<string> argv, TimeSpan limit, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(argv[0], argv.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = "/",
        };
        var text = new BoundedText(KeptOutput);
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new CommandOutput(127, $"{argv[0]} can't be run: {e.Message}");
        }

        using var timer = new CancellationTokenSource(limit);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancel);
        process.StandardInput.Close();
        try
        {
            await Task.WhenAll(
                text.FillAsync(process.StandardOutput, both.Token),
                text.FillAsync(process.StandardError, both.Token),
                process.WaitForExitAsync(both.Token)).ConfigureAwait(false);
            return new CommandOutput(process.ExitCode, text.ToString(), text.IsTruncated);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancel.ThrowIfCancellationRequested();
            return new CommandOutput(124, $"{text}\n{argv[0]} was killed after {limit.TotalSeconds:0} s.", text.IsTruncated);
        }
    }
}
