// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Hardware;

namespace Ghaf.Cli.Tests.Hardware;

public class RecordedSourceTests
{
    [Fact]
    public void Reads_files_of_several_lines_links_and_folders()
    {
        var tree = new MachineTree(RecordedSource.Parse(
            """
            # People may write here.
            /proc/cpuinfo: processor : 0
            /proc/cpuinfo: flags : svm
            /sys/class/a -> /sys/devices/b:0
            /sys/devices/b:0/name: A: B -> C
            /sys/devices/b:0/empty:
            # end
            """,
            "record"));
        Assert.Equal("processor : 0\nflags : svm", tree.Read("/proc/cpuinfo"));
        Assert.Equal("A: B -> C", tree.Read("/sys/class/a/name"));
        Assert.Equal(["empty", "name"], tree.Names("/sys/class/a"));
        Assert.Equal("b:0", tree.LinkedName("/sys/class/a"));
        Assert.True(tree.Exists("/sys/class/a/empty"));
        Assert.Null(tree.Read("/sys/class/a/empty"));
        Assert.False(tree.Exists("/sys/class/a/missing"));
    }

    [Theory]
    [InlineData("/proc/cpuinfo: processor : 0", "it ends before its last line, “# end”")]
    [InlineData("", "it ends before its last line, “# end”")]
    [InlineData("hello\n# end", "line 1 is neither “PATH: CONTENT” nor “PATH -> TARGET”")]
    [InlineData("# x\n/a b\n# end", "line 2 is neither “PATH: CONTENT” nor “PATH -> TARGET”")]
    [InlineData("/a -> ../b\n# end", "line 1 is neither “PATH: CONTENT” nor “PATH -> TARGET”")]
    public void Rejects_what_no_recorder_prints(string text, string why) => Assert.Equal(
        $"machine.txt is not the record of a machine: {why}.",
        Assert.Throws<RecordDamagedException>(() => RecordedSource.Parse(text, "machine.txt")).What);

    [Fact]
    public void Links_that_lead_in_circles_end()
    {
        var tree = new MachineTree(RecordedSource.Parse("/a -> /b\n/b -> /a\n# end", "record"));
        Assert.Null(tree.Read("/a/name"));
    }

    [Fact]
    public void No_link_leads_out_of_the_root()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("outside/secret", "no");
        scratch.Write("root/outside/secret", "yes");
        Directory.CreateSymbolicLink(scratch.File("root/absolute"), "/outside");
        Directory.CreateSymbolicLink(scratch.File("root/relative"), "../../../../../outside");
        var tree = new MachineTree(new FolderSource(scratch.File("root")));
        Assert.Equal("yes", tree.Read("/absolute/secret"));
        Assert.Equal("yes", tree.Read("/relative/secret"));
        Assert.Equal("yes", tree.Read("/outside/../outside/secret"));
    }
}
