// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json;
using Ghaf.Cli.Locking;
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.Cli.Tests.Locking;

public sealed class VerifyLockTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private string File => _scratch.File("ghaf.lock");

    [Fact]
    public async Task Says_that_a_lock_fits_and_what_it_holds()
    {
        await LockOf.Sets(Uses.Fitting).SaveAsync(File);
        Assert.Equal("ghaf.lock fits vm-debug: 4 packages in 3 sets, 43.1 MiB\n", await TextAsync());
    }

    [Fact]
    public async Task Tells_all_problems_at_once_with_set_VM_target_and_mend()
    {
        await LockOf.Sets(
            "qemu ovmf => qemu_1",
            "?essential udev => udev_1 libc6_2",
            "?essential curl udev => udev_1 libc6_3").SaveAsync(File);
        await System.IO.File.AppendAllTextAsync(File, "\n");
        Golden.Matches("tests/Cli.Tests/Locking/verify.txt", await TextAsync());
    }

    [Fact]
    public async Task Tells_programs_the_same()
    {
        await LockOf.Sets(Uses.Fitting[1..]).SaveAsync(File);
        var report = (await VerifyLock.RunAsync(File, Uses.All, null, default)) with { File = "ghaf.lock" };
        Golden.Matches("tests/Cli.Tests/Locking/verify.json", JsonSerializer.Serialize(report, CliJson.Default.VerifyReport) + "\n");
    }

    [Fact]
    public async Task Names_a_package_that_nobody_serves_and_every_VM_that_needs_it()
    {
        await LockOf.Sets(Uses.Fitting).SaveAsync(File);
        var report = await VerifyLock.RunAsync(File, Uses.All, Ask, default);
        Assert.False(report.Fits);
        Assert.Equal(new ServedReport(Store: 0, Mirrors: 2, Snapshot: 1, Nowhere: 1), report.Served);
        Assert.Equal(
            """
            ✗ guest base, curl-vm, plain-vm of vm-debug: Nobody serves udev 257-1 (amd64). Asked:
                  http://mirror/udev.deb: 404 Not Found
                If the mirrors have a newer version now, run `ghaf lock update`.
            ghaf.lock does not fit vm-debug, 1 problem: 4 packages in 3 sets, 43.1 MiB
            Packages: 0 in the store, 2 at mirrors, 1 only at the snapshot archive, 1 nowhere

            """,
            VerifyText.Of(report with { File = "ghaf.lock" }));
    }

    [Fact]
    public async Task Tells_a_network_that_is_out_of_reach_once_and_not_for_each_package()
    {
        await LockOf.Sets(Uses.Fitting).SaveAsync(File);
        var report = await VerifyLock.RunAsync(
            File,
            Uses.All,
            packageLock => Task.FromResult<ImmutableArray<ServedPackage>>(
            [
                .. packageLock.Packages.Values.Select(package => new ServedPackage(
                    package, null, [new(new Uri($"http://mirror/{package.Path}"), "Connection refused", IsReached: false)])),
            ]),
            default);
        Assert.False(report.Fits);
        var finding = Assert.Single(report.Findings);
        Assert.Equal(LockFindingKind.Unreachable, finding.Kind);
        Assert.Equal(
            "Nobody who answered has 4 of the packages, and these did not answer:\n  http://mirror: Connection refused", finding.Problem);
    }

    [Theory]
    [InlineData("{}", "It is not a lock of schema 1")]
    [InlineData(null, "There is no such file.")]
    public async Task A_file_that_is_no_lock_is_a_finding_like_others(string? content, string said)
    {
        if (content is not null)
        {
            _scratch.Write("ghaf.lock", content);
        }

        var finding = Assert.Single((await VerifyLock.RunAsync(File, Uses.All, Ask, default)).Findings);
        Assert.Equal(LockFindingKind.Malformed, finding.Kind);
        Assert.Contains(said, finding.Problem);
    }

    [Fact]
    public async Task A_damaged_hash_is_told_together_with_what_is_missing_and_nothing_is_asked_for()
    {
        await LockOf.Sets(Uses.Fitting[..2]).SaveAsync(File);
        var text = await System.IO.File.ReadAllTextAsync(File);
        await System.IO.File.WriteAllTextAsync(
            File, text.Replace(LockOf.Package("qemu_10.0").Sha256, "abc", StringComparison.Ordinal));
        var report = await VerifyLock.RunAsync(File, Uses.All, Ask, default);
        Assert.Null(report.Served);
        Assert.Equal([LockFindingKind.Malformed, LockFindingKind.MissingSet], report.Findings.Select(finding => finding.Kind));
        Assert.StartsWith("ghaf.lock:", report.Findings[0].Where);
    }

    [Fact]
    public async Task The_command_ends_with_the_documented_status()
    {
        Directory.CreateDirectory(_scratch.File("devices"));
        await LockOf.Sets(Uses.Fitting).SaveAsync(File);
        using var run = new SessionFor(new Checkout(_scratch.Path));
        Assert.Equal(0, await CommandLine.RunAsync(["lock", "verify"], run.Session));
        Assert.Contains("! the set of qemu: No target asks for this set any more: qemu.", run.Output.ToString());
        _scratch.Write("ghaf.lock", "{}");
        Assert.Equal((int)ExitCode.LockStale, await CommandLine.RunAsync(["lock", "verify", "--format", "json"], run.Session));
    }

    private static Task<ImmutableArray<ServedPackage>> Ask(PackageLock packageLock) =>
        Task.FromResult<ImmutableArray<ServedPackage>>(
        [
            .. packageLock.Packages.Values.Select(package => package.Name switch
            {
                "udev" => new ServedPackage(package, null, [new(new Uri("http://mirror/udev.deb"), "404 Not Found", IsReached: true)]),
                "curl" => new ServedPackage(package, PackagePlace.Snapshot, []),
                _ => new ServedPackage(package, PackagePlace.Mirror, []),
            }),
        ]);

    private async Task<string> TextAsync() =>
        VerifyText.Of((await VerifyLock.RunAsync(File, Uses.All, null, default)) with { File = "ghaf.lock" });
}
