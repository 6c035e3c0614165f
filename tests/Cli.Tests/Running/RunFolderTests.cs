// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Running;

public sealed class RunFolderTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    private RunRoot Root => new(_scratch.Path);

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Rejects_a_second_run_of_the_same_target_and_names_the_first()
    {
        using var first = RunFolder.Take(Root, "vm-debug");
        var busy = Assert.Throws<DeviceBusyException>(() => RunFolder.Take(Root, "vm-debug"));
        Assert.Equal($"vm-debug is already running, by process {Environment.ProcessId}.", busy.What);
    }

    [Fact]
    public void Takes_over_what_a_dead_run_left()
    {
        _scratch.Write("vm-debug/lock", "");
        _scratch.Write("vm-debug/pid", "1");
        _scratch.Write("vm-debug/control.sock", "");
        _scratch.Write("vm-debug/root/etc/passwd", "");
        using var taken = RunFolder.Take(Root, "vm-debug");
        Assert.Equal(["lock", "pid"], Directory.GetFileSystemEntries(taken.Paths.Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Lists_the_runs_that_live_and_no_others()
    {
        _scratch.Write("dead-debug/lock", "");
        using var alive = RunFolder.Take(Root, "vm-debug");
        Assert.Equal([new RunningDevice("vm-debug", Environment.ProcessId, alive.Paths.Folder)], Root.Running());
        Assert.Equal("vm-debug", Root.Find(null).Target);
    }

    [Fact]
    public void Leaves_logs_but_no_sockets()
    {
        var folder = RunFolder.Take(Root, "vm-debug");
        File.WriteAllText(folder.Paths.HostLog, "log");
        File.WriteAllText(folder.Paths.Control, "");
        folder.Dispose();
        Assert.Equal(["host.log", "lock"], Directory.GetFileSystemEntries(folder.Paths.Folder).Select(Path.GetFileName).Order());
        Assert.Empty(Root.Running());
    }

    [Fact]
    public void Rejects_a_command_without_or_with_too_many_running_devices()
    {
        Assert.Equal("No device is running.", Assert.Throws<NoSuchRunException>(() => Root.Find(null)).What);
        using var one = RunFolder.Take(Root, "vm-debug");
        using var two = RunFolder.Take(Root, "vm-release");
        Assert.Equal(
            "Several devices are running: vm-debug, vm-release.", Assert.Throws<NoSuchRunException>(() => Root.Find(null)).What);
        Assert.Equal("vm-release", Root.Find("vm-release").Target);
        Assert.Equal("x-debug is not running.", Assert.Throws<NoSuchRunException>(() => Root.Find("x-debug")).What);
    }

    [Fact]
    public void Rejects_a_folder_whose_sockets_the_kernel_would_refuse() =>
        Assert.Throws<RunFolderTooLongException>(() => new RunRoot("/" + new string('x', 90)).FolderOf("vm-debug"));

    [Fact]
    public void Lies_in_the_runtime_folder_or_in_tmp()
    {
        Assert.Equal(_scratch.File("ghaf"), RunRoot.Choose(_scratch.Path, 1000).Path);
        Assert.Equal("/tmp/ghaf-1000", RunRoot.Choose(null, 1000).Path);
        Assert.Equal("/tmp/ghaf-1000", RunRoot.Choose("/nowhere/at/all", 1000).Path);
    }
}
