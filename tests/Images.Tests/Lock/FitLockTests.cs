// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images.Tests;

public sealed class FitLockTests
{
    private static readonly ImmutableArray<PackageUse> Uses =
    [
        Use("toolchain", "qemu"),
        Use(PackageRequests.GuestBasePart, "?essential udev"),
        Use("curl-vm", "?essential curl udev") with { IsOnGuestBase = true },
        Use("plain-vm", "?essential udev") with { IsOnGuestBase = true },
    ];

    private static readonly string[] Fitting =
    [
        "qemu => qemu_1 libc6_9",
        "?essential udev => udev_1 libc6_2 mawk_1",
        "?essential curl udev => curl_1 udev_1 libc6_2 gawk_1",
    ];

    [Fact]
    public void Finds_nothing_where_every_set_is_as_asked_for() => Assert.Empty(FitLock.Run(LockOf.Sets(Fitting), Uses, areAll: true));

    [Theory]
    [InlineData(0, "qemu ovmf => qemu_1", "MissingSet", "toolchain", "The lock has no package set for this request: qemu. The most similar one there is has ovmf.")]
    [InlineData(2, "nano => nano_1", "MissingSet", "curl-vm", "The lock has no package set for this request: ?essential curl udev. The most similar one there is lacks curl.")]
    [InlineData(2, "?essential curl udev => udev_1 libc6_2", "MissingPackage", "curl-vm", "The set asks for curl and does not hold it, so the file was changed by hand or by a merge.")]
    [InlineData(0, "qemu => qemu_1 libc6_2 libc6_3", "TwoVersions", "toolchain", "The set holds libc6_2_amd64 and libc6_3_amd64, so the file was changed by hand or by a merge.")]
    [InlineData(2, "?essential curl udev => curl_1 udev_1 libc6_3", "OtherBase", "curl-vm", "The guest base and the set that is put on it have other versions of the same packages: libc6_2_amd64 and libc6_3_amd64.")]
    public void Rejects_a_set_and_names_who_needs_it(int set, string replacement, string kind, string part, string problem)
    {
        var packageLock = LockOf.Sets([.. Fitting.Index().Select(line => line.Index == set ? replacement : line.Item)]);
        var finding = Assert.Single(FitLock.Run(packageLock, Uses, areAll: false));
        Assert.Equal((kind, problem), (finding.Kind.ToString(), finding.Problem));
        Assert.Equal([part], finding.Uses.Select(use => use.Part));
        Assert.False(finding.IsHarmless);
        Assert.Contains("ghaf lock", finding.Mend);
    }

    [Fact]
    public void Tells_all_that_is_wrong_and_each_set_once_with_all_its_users()
    {
        var findings = FitLock.Run(LockOf.Sets("other => other_1"), Uses, areAll: true).ToList();
        Assert.Equal(
            ["MissingSet toolchain", "MissingSet guest base plain-vm", "MissingSet curl-vm", "UnusedSet "],
            findings.Select(finding => $"{finding.Kind} {string.Join(' ', finding.Uses.Select(use => use.Part))}"));
        Assert.True(findings[^1].IsHarmless);
    }

    [Fact]
    public void Rejects_a_lock_of_another_release()
    {
        var uses = Uses.Select(use => use with { Suite = "forky" }).ToImmutableArray();
        var finding = Assert.Single(FitLock.Run(LockOf.Sets(Fitting), uses, areAll: true));
        Assert.Equal(LockFindingKind.OtherSuite, finding.Kind);
        Assert.Equal("The plan is for Debian forky, and the lock was made from trixie, trixie-security.", finding.Problem);
    }

    private static PackageUse Use(string part, string request) =>
        new("vm-debug", part, PackageLock.Normalise(request.Split(' '))) { Suite = "trixie" };
}
