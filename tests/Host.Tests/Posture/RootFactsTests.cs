// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Host.Native;
using Ghaf.Host.Posture;

namespace Ghaf.Host.Tests.Posture;

public sealed class RootFactsTests : IDisposable
{
    private const UnixFileMode Plain = UnixFileMode.UserRead;

    private readonly HostTreeOnDisk _host = new HostTreeOnDisk().WithFolder("etc").WithFolder("usr/lib/ghaf");

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Every_file_of_the_root_is_looked_at_and_none_of_other_file_systems()
    {
        _host.WithMode("usr/bin/mount", Plain | UnixFileMode.UserExecute | UnixFileMode.SetUser)
            .WithMode("usr/bin/wall", Plain | UnixFileMode.SetGroup)
            .WithMode("etc/passwd", Plain).WithMode("usr/lib/libGL.so.1", Plain)
            .WithMode("proc/self/exe", Plain | UnixFileMode.UserExecute).WithMode("var/lib/x", Plain | UnixFileMode.SetUser)
            .WithLink("usr/bin/sh", "mount").WithLink("bin", "usr/bin");
        var root = RootFacts.Read(_host.Tree);
        Assert.Equal(["/usr/bin/mount", "/usr/bin/wall"], root.SetIdFiles);
        Assert.Equal(["/usr/bin/mount", "/usr/lib/libGL.so.1"], root.Programs);
        Assert.Equal(4, root.Files);
    }

    [Fact]
    public void A_root_that_can_be_written_is_told_and_left_as_it_was()
    {
        Assert.All(RootFacts.Read(_host.Tree).Writes, write => Assert.Null(write.Error));
        Assert.False(_host.Has(".ghaf-posture"));
        Assert.False(_host.Has("etc/.ghaf-posture"));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told_too()
    {
        using var empty = new HostTreeOnDisk();
        Assert.Equal("ENOENT", RootFacts.Read(empty.Tree).Writes.Single(write => write.Folder == "/etc").Error);
    }

    [Fact]
    public void The_kernels_answer_about_a_verified_device_is_read()
    {
        var answer = new byte[4096];
        BitConverter.TryWriteBytes(answer.AsSpan(16), 312u);
        BitConverter.TryWriteBytes(answer.AsSpan(20), 1u);
        Encoding.ASCII.GetBytes("verity").CopyTo(answer, 312 + 24);
        Encoding.ASCII.GetBytes("1 254:2 254:3 4096 4096 9 1 sha256 abcd ef01 1 panic_on_corruption ").CopyTo(answer, 312 + 40);
        var (kind, table) = DeviceMapper.Read(answer)!.Value;
        var verity = VerityTarget.Parse(kind, table, "V")!;
        Assert.Equal("abcd", verity.RootHash);
        Assert.True(verity.Intact);
        Assert.Equal(["panic_on_corruption"], verity.Options);
    }

    [Theory]
    [InlineData("verity", "1 8:2 8:3 4096 4096 9 1 sha256 abcd ef01", "C", false)]
    [InlineData("verity", "1 8:2 8:3 4096 4096 9 1 sha256 abcd ef01", "V", true)]
    public void Corruption_is_told(string kind, string table, string status, bool intact)
    {
        var verity = VerityTarget.Parse(kind, table, status)!;
        Assert.Equal(intact, verity.Intact);
        Assert.Empty(verity.Options);
    }

    [Fact]
    public void A_device_of_another_kind_verifies_nothing() => Assert.Null(VerityTarget.Parse("linear", "254:2 0", ""));
}
