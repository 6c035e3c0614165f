// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images.Tests;

public sealed class PackageLockTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    private static readonly string Golden = """
        {
          "schema": 1,
          "epoch": 1789199741,
          "repositories": [
            {"name":"debian","suite":"trixie","component":"main","architecture":"amd64","inReleaseSha256":"HASH","date":1789199741}
          ],
          "sets": [
            {"request":["bash","dash"],"packages":[
              "bash_5.2+b10_amd64",
              "dash_0.5_amd64"]}
          ],
          "packages": {
            "bash_5.2+b10_amd64": {"name":"bash","version":"5.2+b10","architecture":"amd64","sha256":"HASH","size":12,"repository":"debian","path":"pool/bash.deb"},
            "dash_0.5_amd64": {"name":"dash","version":"0.5","architecture":"amd64","sha256":"HASH","size":7,"repository":"debian","path":"pool/dash.deb"}
          }
        }

        """.Replace("HASH", new string('a', 64), StringComparison.Ordinal);

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Is_the_same_after_writing_and_reading()
    {
        await File.WriteAllTextAsync(_scratch.File("ghaf.lock"), Golden);
        var packageLock = await PackageLock.LoadAsync(_scratch.File("ghaf.lock"));
        await packageLock.SaveAsync(_scratch.File("again.lock"));
        Assert.Equal(Golden, await File.ReadAllTextAsync(_scratch.File("again.lock")));
        Assert.Equal(2, Directory.GetFiles(_scratch.Path).Length);
    }

    [Fact]
    public void Is_written_sorted_whatever_the_order_in_memory()
    {
        var packageLock = PackageLockReader.Read("ghaf.lock", Golden);
        var shuffled = packageLock with
        {
            Sets = [packageLock.Sets[0] with { Packages = [.. packageLock.Sets[0].Packages.Reverse()] }],
        };
        Assert.Equal(Golden, PackageLockWriter.Write(shuffled));
    }

    [Fact]
    public void Finds_a_set_whatever_the_order_of_the_request()
    {
        var packageLock = PackageLockReader.Read("ghaf.lock", Golden);
        Assert.NotNull(packageLock.FindSet(["dash", "bash", "dash"]));
        Assert.Equal(["bash", "dash"], packageLock.GetPackages(["dash", "bash"]).Select(package => package.Name));
        Assert.Null(packageLock.FindSet(["bash"]));
        var failure = Assert.Throws<LockStaleException>(() => packageLock.GetPackages(["zsh", "bash"]));
        Assert.Equal("The lock has no package set for this request: bash zsh.\nRun `ghaf lock` and commit the new ghaf.lock.", failure.Message);
    }

    [Theory]
    [InlineData("\"epoch\": 1789199741", "\"epoch\": 1789199741, \"more\": 1", 3)]
    [InlineData("\"epoch\": 1789199741", "\"epoch\": 1789199741, \"epoch\": 1", 3)]
    [InlineData("  \"epoch\": 1789199741,\n", "", 15)]
    [InlineData("\"schema\": 1", "\"schema\": 2", 2)]
    [InlineData("\"size\":12", "\"size\":-1", 13)]
    [InlineData("\"size\":12", "\"size\":\"12\"", 13)]
    [InlineData("\"size\":7,", "", 14)]
    [InlineData("pool/dash.deb", "../../etc/passwd", 14)]
    [InlineData("      \"dash_0.5_amd64\"]", "      \"zsh_1_amd64\"]", 10)]
    [InlineData("\"bash\",\"dash\"", "\"dash\",\"bash\"", 7)]
    [InlineData("\"version\":\"0.5\"", "\"version\":\"0.6\"", 14)]
    [InlineData("}\n}\n", "}\n<<<<<<< HEAD\n", 16)]
    public void Rejects_a_damaged_lock_and_names_the_line(string from, string to, int line)
    {
        Assert.Contains(from, Golden, StringComparison.Ordinal);
        var failure = Assert.Throws<LockUnreadableException>(
            () => PackageLockReader.Read("ghaf.lock", Golden.Replace(from, to, StringComparison.Ordinal)));
        Assert.StartsWith("ghaf.lock:", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("make it anew with `ghaf lock update`.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.LockStale, failure.ExitCode);
        Assert.True(line == failure.Line, failure.Message);
    }

    [Fact]
    public async Task Rejects_what_cannot_be_read_and_says_why()
    {
        Directory.CreateDirectory(_scratch.File("folder.lock"));
        var failure = await Assert.ThrowsAsync<LockUnreadableException>(() => PackageLock.LoadAsync(_scratch.File("folder.lock")));
        Assert.StartsWith(_scratch.File("folder.lock") + ": It cannot be read: ", failure.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_where_it_cannot_be_written()
    {
        var failure = await Assert.ThrowsAsync<LockNotWritableException>(
            () => LockOf.Sets("a => a_1").SaveAsync("/proc/ghaf.lock"));
        Assert.Equal(ExitCode.Environment, failure.ExitCode);
    }

    [Fact]
    public async Task An_interrupted_save_leaves_the_old_file_and_nothing_beside_it()
    {
        await File.WriteAllTextAsync(_scratch.File("ghaf.lock"), "old");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => LockOf.Sets("a => a_1").SaveAsync(_scratch.File("ghaf.lock"), new CancellationToken(canceled: true)));
        Assert.Equal("old", await File.ReadAllTextAsync(_scratch.File("ghaf.lock")));
        Assert.Single(Directory.GetFiles(_scratch.Path));
    }

    [Fact]
    public void Left_with_some_sets_it_has_their_packages_only()
    {
        var packageLock = LockOf.Sets("a => a_1 libc6_1", "b => b_1 libc6_1");
        var left = packageLock.With(packageLock.Sets.Where(set => set.Request[0] == "a"));
        Assert.Equal(["a_1_amd64", "libc6_1_amd64"], left.Packages.Keys);
        Assert.Equal("a", Assert.Single(left.Sets).Request[0]);
    }

    [Fact]
    public async Task Rejects_a_missing_file()
    {
        var failure = await Assert.ThrowsAsync<LockUnreadableException>(() => PackageLock.LoadAsync(_scratch.File("none.lock")));
        Assert.Equal(_scratch.File("none.lock") + ": There is no such file.", failure.What);
    }
}
