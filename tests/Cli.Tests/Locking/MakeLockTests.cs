// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Cli.Locking;
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.Cli.Tests.Locking;

public sealed class MakeLockTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly NoDisplay _display = new();
    private readonly List<(string Requests, PackageLock? Keep)> _asked = [];

    // What the archive has now, by request.
    private readonly List<string> _archive = [.. Uses.Fitting];

    public void Dispose() => _scratch.Dispose();

    private string File => _scratch.File("ghaf.lock");

    [Fact]
    public async Task Makes_a_lock_where_there_is_none()
    {
        var made = await Make().AddAsync(Uses.All, _display, default);
        Assert.Null(made.Before);
        Assert.Equal(3, (await PackageLock.LoadAsync(File)).Sets.Length);
        Assert.Equal("qemu | ?essential udev | ?essential curl udev", Assert.Single(_asked).Requests);
    }

    [Fact]
    public async Task Resolves_only_what_is_missing_and_keeps_the_rest()
    {
        await LockOf.Sets(Uses.Fitting[..2]).SaveAsync(File);
        var made = await Make().AddAsync(Uses.All, _display, default);
        Assert.True(made.IsWritten);
        var (requests, keep) = Assert.Single(_asked);
        Assert.Equal("?essential curl udev", requests);
        Assert.Equal(made.Before!.Digest, keep!.Digest);
    }

    [Fact]
    public async Task Neither_resolves_nor_writes_when_nothing_is_missing()
    {
        await LockOf.Sets(Uses.Fitting).SaveAsync(File);
        System.IO.File.SetLastWriteTimeUtc(File, DateTime.UnixEpoch);
        Assert.False((await Make().AddAsync(Uses.All, _display, default)).IsWritten);
        Assert.Empty(_asked);
        Assert.Equal(DateTime.UnixEpoch, System.IO.File.GetLastWriteTimeUtc(File));
    }

    [Fact]
    public async Task Leaves_out_what_no_target_asks_for_only_when_all_targets_are_known()
    {
        await LockOf.Sets([.. Uses.Fitting, "old => old_1"]).SaveAsync(File);
        Assert.False((await Make().AddAsync(Uses.All with { AreAll = false }, _display, default)).IsWritten);
        var made = await Make().AddAsync(Uses.All, _display, default);
        Assert.Empty(_asked);
        Assert.DoesNotContain("old_1_amd64", made.After.Packages.Keys);
        Assert.Equal(made.After.Digest, (await PackageLock.LoadAsync(File)).Digest);
    }

    [Fact]
    public async Task Updates_everything_that_is_locked_also_for_other_targets()
    {
        await LockOf.Sets([.. Uses.Fitting, "other => other_1"]).SaveAsync(File);
        _archive[2] = "?essential curl udev => curl_8.15-1 udev_257-1";
        _archive.Add("other => other_2");
        var made = await Make().UpdateAsync(Uses.All with { AreAll = false }, dryRun: false, _display, default);
        Assert.Equal("qemu | ?essential udev | ?essential curl udev | other", Assert.Single(_asked).Requests);
        Assert.Null(_asked[0].Keep);
        Assert.Contains("other_2_amd64", made.After.Packages.Keys);
        Assert.Equal(made.After.Digest, (await PackageLock.LoadAsync(File)).Digest);
    }

    [Fact]
    public async Task A_dry_run_shows_the_difference_and_leaves_the_file()
    {
        await LockOf.Sets(Uses.Fitting).SaveAsync(File);
        var text = await System.IO.File.ReadAllTextAsync(File);
        _archive[2] = "?essential curl udev => curl_8.15-1/301000 udev_257-1/2100000 libc6_2.41-1/2800000";
        var made = await Make().UpdateAsync(Uses.All, dryRun: true, _display, default);
        Assert.Equal(text, await System.IO.File.ReadAllTextAsync(File));
        Assert.Equal(
            """
            ghaf.lock (2026-09-12) → what it would be (2026-09-12)

            Upgraded
              curl  8.14.1-1 → 8.15-1  +1000 B  curl-vm

            By set
              curl-vm: 1 upgraded; 5.0 MiB → 5.0 MiB
              unchanged: toolchain, guest base, plain-vm

            /x/ghaf.lock: 4 packages in 3 sets, 43.1 MiB; not written

            """,
            ReportMadeLock.Of(made, Uses.All, "/x/ghaf.lock", OutputFormat.Text, dryRun: true));
    }

    [Fact]
    public async Task A_damaged_lock_is_an_error_to_add_to_and_is_replaced_by_an_update()
    {
        _scratch.Write("ghaf.lock", "<<<<<<< HEAD\n");
        var failure = await Assert.ThrowsAsync<LockUnreadableException>(() => Make().AddAsync(Uses.All, _display, default));
        Assert.Contains("`ghaf lock update`", failure.Mend);
        Assert.Equal("<<<<<<< HEAD\n", await System.IO.File.ReadAllTextAsync(File));

        Assert.Null((await Make().UpdateAsync(Uses.All, dryRun: false, _display, default)).Before);
        Assert.Contains("It is made anew", Assert.Single(_display.Notes));
        Assert.Equal(3, (await PackageLock.LoadAsync(File)).Sets.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_interruption_leaves_the_old_file(bool update)
    {
        await LockOf.Sets(Uses.Fitting[0]).SaveAsync(File);
        var text = await System.IO.File.ReadAllTextAsync(File);
        using var stop = new CancellationTokenSource();
        var make = new MakeLock(File, async (requests, keep, messages, cancellation) =>
        {
            await stop.CancelAsync();
            return LockOf.Sets(Uses.Fitting);
        }, TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => update
            ? make.UpdateAsync(Uses.All, dryRun: false, _display, stop.Token)
            : make.AddAsync(Uses.All, _display, stop.Token));
        Assert.Equal(text, await System.IO.File.ReadAllTextAsync(File));
        Assert.Single(Directory.GetFiles(_scratch.Path));
    }

    private MakeLock Make() => new(File, Resolve, TimeProvider.System);

    private Task<PackageLock> Resolve(
        ImmutableArray<ImmutableArray<string>> requests, PackageLock? keep, IProgress<string> messages, CancellationToken cancellation)
    {
        _asked.Add((string.Join(" | ", requests.Select(request => string.Join(' ', request))), keep));
        var chosen = requests.Select(request => _archive.Single(set => set.Split(" => ")[0] == string.Join(' ', request)));
        var made = LockOf.Sets([.. chosen]);
        return Task.FromResult(keep is null ? made : made with
        {
            Sets = [.. keep.Sets, .. made.Sets],
            Packages = made.Packages.SetItems(keep.Packages),
        });
    }
}
