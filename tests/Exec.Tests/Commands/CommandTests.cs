// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;

namespace Ghaf.Exec.Tests;

public sealed class CommandTests
{
    [Fact]
    public async Task Captures_what_a_program_says()
    {
        var result = await Command.Of("sh", "-c", "cat; echo bad >&2").RunAsync();
        Assert.Equal((0, "", "bad\n"), (result.Status, result.Output, result.Error));
        Assert.Equal("in", (await (Command.Of("cat") with { Input = "in" }).RunAsync()).Output);
    }

    [Fact]
    public async Task Passes_arguments_as_they_are()
    {
        var result = await Command.Of("printf", "%s|", "a b", "", "$HOME", "'\"", "*").RunAsync();
        Assert.Equal("a b||$HOME|'\"|*|", result.Output);
    }

    [Fact]
    public async Task A_failure_says_program_status_replay_line_and_the_end_of_the_errors()
    {
        var command = Command.Of("sh", "-c", "echo first >&2; echo \"it's $1\" >&2; exit 3", "sh", "a b");
        var failure = await Assert.ThrowsAsync<ToolFailedException>(() => command.RunAsync());
        Assert.Equal(("sh", 3, "first\nit's a b"), (failure.Program, failure.Status, failure.ErrorEnd));
        Assert.Equal(
            """
            sh failed with exit status 3. It said:
            first
            it's a b
            Replay it with: sh -c 'echo first >&2; echo "it'\''s $1" >&2; exit 3' sh 'a b'
            """,
            failure.Message);
        Assert.Equal(ExitCode.ToolFailed, failure.ExitCode);
    }

    [Fact]
    public async Task The_replay_line_does_the_same_in_a_shell()
    {
        var command = Command.Of("sh", "-c", "printf '%s|' \"$@\" \"$X\" \"$PWD\" >&2; exit 4", "sh", "a'b", "c\nd", "") with
        {
            Environment = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("PATH", "/usr/bin:/bin").Add("X", "y z"),
            WorkingDirectory = "/usr",
        };
        var failure = await Assert.ThrowsAsync<ToolFailedException>(() => command.RunAsync());
        var replay = await (Command.Of("sh", "-c", failure.CommandLine) with { FailureThrows = false }).RunAsync();
        Assert.Equal((4, failure.ErrorEnd + "\n"), (replay.Status, replay.Error));
        Assert.Equal("a'b|c\nd||y z|/usr|", failure.ErrorEnd);
    }

    [Fact]
    public async Task A_missing_program_is_named()
    {
        var failure = await Assert.ThrowsAsync<ToolNotFoundException>(() => Command.Of("no-such-tool").RunAsync());
        Assert.Equal("The program “no-such-tool” was not found.", failure.What);
    }

    [Fact]
    public async Task A_program_that_ends_before_it_has_read_its_input_is_judged_by_its_status()
    {
        var block = new byte[1 << 20];
        var command = Command.Of("sh", "-c", "exit 3") with
        {
            FailureThrows = false,

            // As a buffered writer does: it fails, and writes the rest when it is closed.
            WriteInput = (pipe, stop) => Task.Run(() =>
            {
                try
                {
                    while (true)
                    {
                        pipe.Write(block);
                    }
                }
                finally
                {
                    pipe.Write(block);
                }
            }, stop),
        };
        Assert.Equal(3, (await command.RunAsync(TestContext.Current.CancellationToken)).Status);
    }

    [Fact]
    public async Task Streams_input_and_output()
    {
        long length = 0;
        var command = Command.Of("cat") with
        {
            WriteInput = async (pipe, stop) =>
            {
                for (var i = 0; i < 100; i++)
                {
                    await pipe.WriteAsync(new byte[100_000], stop);
                }
            },
            ReadOutput = async (pipe, stop) =>
            {
                var buffer = new byte[65536];
                int read;
                while ((read = await pipe.ReadAsync(buffer, stop)) > 0)
                {
                    length += read;
                }
            },
        };
        await command.RunAsync();
        Assert.Equal(10_000_000, length);
    }

    [Fact]
    public async Task Writes_output_to_a_file()
    {
        var file = Path.GetTempFileName();
        await (Command.Of("echo", "hello") with { OutputFile = file }).RunAsync();
        Assert.Equal("hello\n", await File.ReadAllTextAsync(file));
        File.Delete(file);
    }

    [Fact]
    public async Task A_program_that_does_not_want_its_input_does_not_fail() =>
        await (Command.Of("true") with { Input = new string('x', 1 << 20) }).RunAsync();

    [Fact]
    public async Task A_reader_that_fails_ends_the_program()
    {
        var command = Command.Of("yes") with { ReadOutput = (_, _) => throw new InvalidOperationException("enough") };
        await Assert.ThrowsAsync<InvalidOperationException>(() => command.RunAsync().WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Cancellation_asks_first()
    {
        using var cancel = new CancellationTokenSource();
        var told = new TaskCompletionSource();
        var lines = new List<string>();
        var command = Command.Of("sh", "-c", "trap 'echo asked >&2; exit 0' TERM; echo ready >&2; while :; do sleep 0.05; done") with
        {
            OnErrorLine = line =>
            {
                lines.Add(line);
                told.TrySetResult();
            },
        };
        var run = command.RunAsync(cancel.Token);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await cancel.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Contains("asked", lines);
    }

    [Fact]
    public async Task Cancellation_ends_by_force_what_does_not_listen_and_all_it_started()
    {
        using var cancel = new CancellationTokenSource();
        var told = new TaskCompletionSource<int>();
        var command = Command.Of("sh", "-c", "trap '' TERM; sleep 300 & echo $! >&2; wait; sleep 300") with
        {
            Grace = TimeSpan.FromMilliseconds(300),
            OnErrorLine = line => told.TrySetResult(int.Parse(line)),
        };
        var run = command.RunAsync(cancel.Token);
        var grandchild = await told.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await cancel.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromSeconds(20)));
        await Processes.AssertEndsAsync(grandchild);
    }

    [Fact]
    public async Task Leaves_no_background_process_behind()
    {
        var result = await Command.Of("sh", "-c", "sleep 300 & echo $!").RunAsync().WaitAsync(TimeSpan.FromSeconds(20));
        await Processes.AssertEndsAsync(int.Parse(result.Output));
    }

    [Fact]
    public async Task Children_outlive_the_threads_of_the_pool()
    {
        // Started from a thread that ends at once: with a careless PR_SET_PDEATHSIG the child would end with it.
        Task<CommandResult>? run = null;
        var starter = new Thread(() => run = Command.Of("sh", "-c", "sleep 0.5; echo alive").RunAsync());
        starter.Start();
        starter.Join();
        Assert.Equal("alive\n", (await run!).Output);
    }

    [Fact]
    public async Task A_child_ends_when_we_are_killed()
    {
        var pidFile = Path.GetTempFileName();
        using var victim = Process.Start(Processes.Victim, ["start-child", pidFile]);
        var child = await Processes.ReadIdAsync(pidFile);
        Assert.True(Processes.IsAlive(child));
        victim.Kill();
        await Processes.AssertEndsAsync(child);
        File.Delete(pidFile);
    }
}
