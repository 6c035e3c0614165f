// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.IO.Pipes;
using System.Net.Sockets;

namespace Ghaf.Exec;

/// <summary>One run of a command, from the start to the point where nothing of it is left.</summary>
internal static class CommandRun
{
    private const int Epipe = 32;
    private const string UtilLinuxMend = "Install util-linux, which every distribution has.";

    public static async Task<CommandResult> RunAsync(Command command, CancellationToken graceful, CancellationToken forceful)
    {
        graceful.ThrowIfCancellationRequested();
        forceful.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = Describe(command) };
        var begun = Stopwatch.GetTimestamp();
        await StartingThread.StartAsync(process).ConfigureAwait(false);
        using var streamsEnd = new CancellationTokenSource();
        using var onForceful = forceful.Register(() => ProcessGroup.End(process));
        using var grace = new CancellationTokenSource();
        using var onGraceOver = grace.Token.Register(() => ProcessGroup.End(process));
        using var onGraceful = graceful.Register(() =>
        {
            ProcessGroup.AskToEnd(process);
            grace.CancelAfter(command.Grace);
        });

        var error = new ErrorTail();
        var input = WriteInputAsync(command, process, streamsEnd.Token);
        var output = ReadOutputAsync(command, process);
        var errors = ReadErrorsAsync(command, process, error);
        try
        {
            // A reader or writer that fails leaves the program waiting on a full or empty pipe for ever.
            await FirstFaultOrExitAsync(process, input, output).ConfigureAwait(false);
        }
        finally
        {
            // Whatever it left running in the background would keep the pipes open, and outlive the build.
            ProcessGroup.End(process);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        // What left the group, as a daemon does, may hold the pipe open for ever; its words are not worth waiting for.
        await Task.WhenAny(errors, Task.Delay(TimeSpan.FromSeconds(10), CancellationToken.None)).ConfigureAwait(false);
        forceful.ThrowIfCancellationRequested();
        graceful.ThrowIfCancellationRequested();
        await streamsEnd.CancelAsync().ConfigureAwait(false);
        ThrowIfFailed(command, process.ExitCode, error);
        await input.ConfigureAwait(false);
        var text = await output.ConfigureAwait(false);
        return new CommandResult(process.ExitCode, text, error.All(), Stopwatch.GetElapsedTime(begun));
    }

    // setsid gives the program a group of its own, whose id is its process id, and keeps that id (it only forks if it
    // leads a group already). setpriv makes the kernel kill it when our starting thread, that is ghaf, is gone.
    private static ProcessStartInfo Describe(Command command)
    {
        var path = command.Environment is { } own ? own.GetValueOrDefault("PATH") : null;
        var program = ProgramPath.Require(command.Program, "Install it, or correct PATH.", path);
        string[] words =
        [
            ProgramPath.Require("setpriv", UtilLinuxMend), "--pdeathsig", "KILL", "--", program, .. command.Arguments,
        ];
        var start = new ProcessStartInfo(ProgramPath.Require("setsid", UtilLinuxMend), words)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = command.WorkingDirectory ?? "",
        };
        if (command.Environment is { } environment)
        {
            start.Environment.Clear();
            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }
        }

        return start;
    }

    private static async Task FirstFaultOrExitAsync(Process process, params Task[] streams)
    {
        var exit = process.WaitForExitAsync(CancellationToken.None);
        var open = new List<Task>(streams) { exit };
        while (!exit.IsCompleted)
        {
            var done = await Task.WhenAny(open).ConfigureAwait(false);
            await done.ConfigureAwait(false);
            open.Remove(done);
        }
    }

    private static async Task WriteInputAsync(Command command, Process process, CancellationToken cancellation)
    {
        await Task.Yield();
        var pipe = process.StandardInput.BaseStream;
        await using (pipe.ConfigureAwait(false))
        {
            try
            {
                if (command.WriteInput is { } write)
                {
                    await write(pipe, cancellation).ConfigureAwait(false);
                }
                else if (command.Input is { } text)
                {
                    await pipe.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), cancellation).ConfigureAwait(false);
                }
            }
            catch (IOException broken) when (
                broken.HResult == Epipe || broken.InnerException is SocketException || pipe is PipeStream { IsConnected: false })
            {
                // The program did not want all of it. Its exit status says whether that is a fault. The first to notice gets EPIPE, as a
                // socket's error where the pipe is one; whoever writes on, as a buffer does that is closed, only that the pipe is broken.
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                // The program has ended, nobody reads any more.
            }
        }
    }

    private static async Task<string> ReadOutputAsync(Command command, Process process)
    {
        await Task.Yield();
        var pipe = process.StandardOutput.BaseStream;
        if (command.ReadOutput is { } read)
        {
            await read(pipe, CancellationToken.None).ConfigureAwait(false);
            return "";
        }

        if (command.OutputFile is { } path)
        {
            var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
            await using (file.ConfigureAwait(false))
            {
                await pipe.CopyToAsync(file, 1 << 20, CancellationToken.None).ConfigureAwait(false);
            }

            return "";
        }

        return await process.StandardOutput.ReadToEndAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private static async Task ReadErrorsAsync(Command command, Process process, ErrorTail error)
    {
        await Task.Yield();
        while (await process.StandardError.ReadLineAsync(CancellationToken.None).ConfigureAwait(false) is { } line)
        {
            error.Add(line);
            command.OnErrorLine?.Invoke(line);
        }
    }

    private static void ThrowIfFailed(Command command, int status, ErrorTail error)
    {
        if (status == 0 || !command.FailureThrows)
        {
            return;
        }

        var name = Path.GetFileName(command.DisplayName ?? command.Program);
        var failure = new ToolFailedException(name, status, command.ToShell(), error.End());
        throw command.Explain?.Invoke(failure) ?? (GhafException)failure;
    }
}
