// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images.Tests;

public sealed class StoreTests : IDisposable
{
    private static readonly StepKey Key = StepKey.For("Victim", 1).Build();
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Returns_the_finished_folder_and_does_the_work_once()
    {
        var store = new Store(_scratch.Path);
        var made = 0;
        Task Produce(string folder, CancellationToken stop)
        {
            Interlocked.Increment(ref made);
            return File.WriteAllTextAsync(Path.Combine(folder, "result"), "x", stop);
        }

        Assert.Null(store.TryGet(Key, "Victim"));
        var folder = await store.GetOrAddAsync(Key, "Victim", Produce);
        Assert.Equal(folder, await store.GetOrAddAsync(Key, "Victim", Produce));
        Assert.Equal(Path.Combine(_scratch.Path, "steps", Key.Short + "-Victim"), folder);
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task Two_builders_in_one_process_do_the_work_once()
    {
        var made = 0;
        var messages = new Messages();
        async Task<string> Build() => await new Store(_scratch.Path, messages).GetOrAddAsync(Key, "Victim", async (folder, stop) =>
        {
            Interlocked.Increment(ref made);
            await Task.Delay(300, stop);
        });

        var folders = await Task.WhenAll(Task.Run(Build), Task.Run(Build));
        Assert.Equal(folders[0], folders[1]);
        Assert.Equal(1, made);
        Assert.Contains(messages.All, line => line.StartsWith("Waiting for another build", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_builders_in_two_processes_do_the_work_once()
    {
        var log = _scratch.File("log");
        using var one = VictimProcess.Start("make-step", _scratch.Path, log);
        using var two = VictimProcess.Start("make-step", _scratch.Path, log);
        await Task.WhenAll(one.WaitForExitAsync(), two.WaitForExitAsync()).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((0, 0), (one.ExitCode, two.ExitCode));
        Assert.Equal("made\n", await File.ReadAllTextAsync(log));
        Assert.Equal(await one.StandardOutput.ReadToEndAsync(), await two.StandardOutput.ReadToEndAsync());
    }

    [Fact]
    public async Task A_killed_builder_leaves_no_half_result_and_a_free_lock()
    {
        using (var victim = VictimProcess.Start("hold-step", _scratch.Path))
        {
            Assert.Equal("holding", await victim.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)));
            victim.Kill();
            await victim.WaitForExitAsync();
        }

        Assert.Single(Directory.GetFileSystemEntries(_scratch.File("tmp")));
        var store = new Store(_scratch.Path);
        Assert.Empty(Directory.GetFileSystemEntries(_scratch.File("tmp")));
        Assert.Null(store.TryGet(Key, "Victim"));
        var folder = await store.GetOrAddAsync(Key, "Victim", (_, _) => Task.CompletedTask).WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_failed_step_leaves_nothing()
    {
        var store = new Store(_scratch.Path);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.GetOrAddAsync(Key, "Victim", async (folder, stop) =>
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "half"), "x", stop);
            throw new InvalidOperationException();
        }));
        Assert.Empty(Directory.GetFileSystemEntries(_scratch.File("tmp")));
        Assert.Null(store.TryGet(Key, "Victim"));
    }

    [Theory]
    [InlineData("while-writing")]
    [InlineData("ahead")]
    public async Task A_full_disk_says_which_and_how_to_mend(string noticed)
    {
        var disk = Directory.CreateDirectory(_scratch.File("disk")).FullName;
        var result = await (Command.Of(
            "unshare", "-Urm", "sh", "-c", "mount -t tmpfs -o size=4m none \"$1\" && exec \"$0\" fill-disk \"$2\" \"$1\"",
            VictimProcess.Program, disk, noticed) with
        { FailureThrows = false }).RunAsync();
        Assert.SkipWhen(result.Error.Contains("unshare:", StringComparison.Ordinal), "user namespaces are not permitted here");
        Assert.Equal((int)ExitCode.NoSpace, result.Status);
        Assert.Contains($"The file system {disk}, which holds {disk}, is full: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("`ghaf store gc`", result.Output, StringComparison.Ordinal);
        Assert.Contains("left: 0", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Garbage_collection_removes_only_what_was_not_used_for_long()
    {
        var store = new Store(_scratch.Path);
        var (old, kept, fresh) = (KeyOf("old"), KeyOf("kept"), KeyOf("fresh"));
        foreach (var key in new[] { old, kept, fresh })
        {
            await store.GetOrAddAsync(key, "Step", (folder, stop) => File.WriteAllTextAsync(Path.Combine(folder, "f"), "12345", stop));
        }

        foreach (var key in new[] { old, kept })
        {
            File.SetLastWriteTimeUtc(_scratch.File($"used/{key.Short}-Step"), DateTime.UtcNow.AddDays(-40));
        }

        var result = await store.GcAsync([_scratch.File($"steps/{kept.Short}-Step")], TimeSpan.FromDays(30));
        Assert.Equal((1, 2, 5), (result.Removed, result.Kept, result.Freed.Bytes));
        Assert.Null(store.TryGet(old, "Step"));
        Assert.NotNull(store.TryGet(kept, "Step"));
        Assert.NotNull(store.TryGet(fresh, "Step"));
    }

    private static StepKey KeyOf(string name) => StepKey.For("Step", 1).With("name", name).Build();

    private sealed class Messages : IProgress<string>
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> All { get; } = [];

        public void Report(string value) => All.Enqueue(value);
    }
}
