// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>Connects our terminal with a serial line until Ctrl-], the end of input, or the end of the line.</summary>
internal static class AttachConsole
{
    /// <summary>Ctrl-], as in telnet.</summary>
    public const byte Escape = 0x1d;

    public static async Task<ExitCode> RunAsync(Session session, IConsoleLine line, CancellationToken cancellation)
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        await session.Error.WriteLineAsync("Connected; Ctrl-] leaves.").ConfigureAwait(false);
        using (var terminal = RawTerminal.Enter())
        {
            // A line shows its prompt upon Enter only.
            if (terminal.IsTerminal)
            {
                await line.WriteAsync("\r"u8.ToArray(), cancellation).ConfigureAwait(false);
            }

            await BridgeAsync(input, output, line, terminal.IsTerminal, cancellation).ConfigureAwait(false);
        }

        await session.Error.WriteLineAsync("\nLeft the console.").ConfigureAwait(false);
        return ExitCode.Success;
    }

    /// <summary>Copies both ways.</summary>
    /// <param name="escapes">Whether <see cref="Escape"/> in the input ends it; otherwise only the line does.</param>
    public static async Task BridgeAsync(
        Stream input, Stream output, IConsoleLine line, bool escapes, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var shown = ShowAsync(line, output, end.Token);
        var typed = TypeAsync(input, line, escapes, end.Token);
        var first = await Task.WhenAny(shown, typed).ConfigureAwait(false);

        // A script's input ends before the answer to it has come.
        if (first == typed && !escapes)
        {
            await Task.WhenAny(shown, Task.Delay(TimeSpan.FromSeconds(2), end.Token)).ConfigureAwait(false);
        }

        await end.CancelAsync().ConfigureAwait(false);
        await shown.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task ShowAsync(IConsoleLine line, Stream output, CancellationToken cancellation)
    {
        var buffer = new byte[16384];
        while (await line.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var count)
        {
            await output.WriteAsync(buffer.AsMemory(0, count), cancellation).ConfigureAwait(false);
            await output.FlushAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static async Task TypeAsync(Stream input, IConsoleLine line, bool escapes, CancellationToken cancellation)
    {
        var buffer = new byte[1024];

        // A terminal's read cannot be cancelled; on a thread of its own it keeps nobody waiting.
        while (await Task.Run(() => input.Read(buffer), cancellation).WaitAsync(cancellation).ConfigureAwait(false) is > 0 and var count)
        {
            var at = escapes ? buffer.AsSpan(0, count).IndexOf(Escape) : -1;
            await line.WriteAsync(buffer.AsMemory(0, at < 0 ? count : at), cancellation).ConfigureAwait(false);
            if (at >= 0)
            {
                return;
            }
        }
    }
}
