// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Locking;
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.Cli.Tests.Locking;

public sealed class LockRevisionTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("HEAD:", "HEAD", "ghaf.lock")]
    [InlineData("v1.0:", "v1.0", "ghaf.lock")]
    [InlineData("@main", "main", "ghaf.lock")]
    [InlineData("@", "@", "ghaf.lock")]
    [InlineData("@~2", "@~2", "ghaf.lock")]
    [InlineData("@{u}", "@{u}", "ghaf.lock")]
    [InlineData("HEAD~3:benchmarks/ghaf.lock", "HEAD~3", "benchmarks/ghaf.lock")]
    public void Reads_the_forms_of_a_revision(string text, string revision, string path) =>
        Assert.Equal(new LockRevision(revision, path), LockRevision.Parse(text));

    [Theory]
    [InlineData("ghaf.lock")]
    [InlineData("../other/ghaf.lock")]
    [InlineData(":x")]
    public void Everything_else_is_a_file(string text) => Assert.Null(LockRevision.Parse(text));

    [Fact]
    public async Task Compares_the_last_commit_with_the_present_file()
    {
        var checkout = await CommitAsync(LockOf.Sets("a => a_1"));
        await LockOf.Sets("a => a_2 b_1").SaveAsync(checkout.LockFile);
        using var run = new SessionFor(checkout);
        Assert.Equal(0, await CommandLine.RunAsync(["lock", "diff"], run.Session));
        Assert.Equal(
            """
            HEAD:ghaf.lock (2026-09-12) → ghaf.lock (2026-09-12)

            Upgraded
              a  1 → 2  all sets

            Added
              b  1  1 KiB  all sets

            By set
              the set of a: 1 upgraded, 1 added; 1 KiB → 2 KiB

            """,
            run.Output.ToString());
    }

    [Fact]
    public async Task Compares_two_files_and_a_file_with_a_revision()
    {
        var checkout = await CommitAsync(LockOf.Sets("a => a_1"));
        await LockOf.Sets("a => a_2").SaveAsync(_scratch.File("new.lock"));
        using var run = new SessionFor(checkout);
        Assert.Equal(0, await CommandLine.RunAsync(["lock", "diff", _scratch.File("new.lock"), "@HEAD"], run.Session));
        Assert.Contains("Downgraded\n  a  2 → 1", run.Output.ToString());
    }

    [Theory]
    [InlineData("no-such-branch:", "git knows no commit “no-such-branch” in ")]
    [InlineData("--output=/tmp/x:", "git knows no commit “--output=/tmp/x” in ")]
    [InlineData("HEAD:other.lock", "The commit “HEAD” has no file other.lock.")]
    [InlineData("HEAD:damaged.lock", "HEAD:damaged.lock:1: It is not a lock of schema 1")]
    [InlineData("missing.lock", "missing.lock: There is no such file.")]
    public async Task Says_what_cannot_be_compared_and_how_to_find_what_can(string old, string said)
    {
        _scratch.Write("damaged.lock", "damaged\n");
        using var run = new SessionFor(await CommitAsync(LockOf.Sets("a => a_1")));
        Assert.Equal((int)ExitCode.LockStale, await CommandLine.RunAsync(["lock", "diff", "--", old], run.Session));
        Assert.StartsWith("ghaf: " + said, run.Error.ToString());
        Assert.Empty(run.Output.ToString());
    }

    [Fact]
    public async Task Says_that_a_folder_is_no_repository()
    {
        Directory.CreateDirectory(_scratch.File("devices"));
        using var run = new SessionFor(new Checkout(_scratch.Path));
        Assert.Equal((int)ExitCode.LockStale, await CommandLine.RunAsync(["lock", "diff"], run.Session));
        Assert.Contains("not a git repository", run.Error.ToString());
    }

    private async Task<Checkout> CommitAsync(PackageLock packageLock)
    {
        Directory.CreateDirectory(_scratch.File("devices"));
        var checkout = new Checkout(_scratch.Path);
        await packageLock.SaveAsync(checkout.LockFile);
        string[][] lines =
        [
            ["init", "--quiet"],
            ["add", "--all"],
            ["-c", "user.name=Test", "-c", "user.email=test@localhost", "-c", "commit.gpgSign=false", "commit", "--quiet", "-m", "Lock"],
        ];
        foreach (var line in lines)
        {
            await (Command.Of("git", line) with { WorkingDirectory = _scratch.Path }).RunAsync();
        }

        return checkout;
    }
}
