// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Ghaf.Cli.Locking;
using Ghaf.Images;

namespace Ghaf.Cli.Tests.Locking;

public sealed class DiffTests
{
    private static readonly LockDifference Difference = CompareLocks.Run(
        LockOf.Sets(
        [
            .. Uses.Fitting,
            "kernel => kernel_6.12.1/100000000",
            "gcc => gcc_14/9000000 libc6_2.41-1/2800000",
        ]) with
        { Epoch = 1788000000 },
        LockOf.Sets(
            "qemu => qemu_9.9/39000000 libc6_2.41-2/2801024",
            "?essential udev => udev_257-1#again/2100000 libc6_2.41-2/2801024",
            "?essential curl tree udev => curl_8.14.1-1@debian-security/300000 tree_2.2/59000 udev_257-1#again/2100000 libc6_2.41-2/2801024",
            "kernel => kernel_6.12.1/100000000",
            "nano => nano_8/700000 libc6_2.41-2/2801024"));

    private static readonly SetNames Names = new(Uses.Of("qemu", "?essential udev", "?essential curl tree udev").Uses);

    [Fact]
    public void Shows_people_what_changed_by_package_and_by_set() =>
        Golden.Matches("tests/Cli.Tests/Locking/diff.txt", DiffText.Of(Difference, Names, "HEAD:ghaf.lock", "ghaf.lock"));

    [Fact]
    public void Tells_programs_all_of_it() => Golden.Matches(
        "tests/Cli.Tests/Locking/diff.json",
        JsonSerializer.Serialize(DiffReport.Of(Difference, Names, "HEAD:ghaf.lock", "ghaf.lock"), CliJson.Default.DiffReport) + "\n");

    [Fact]
    public void Says_in_one_line_that_nothing_changed()
    {
        var same = LockOf.Sets(Uses.Fitting);
        Assert.Equal(
            "a (2026-09-12) → b (2026-09-12)\nAll packages are the same.\n",
            DiffText.Of(CompareLocks.Run(same, same), Names, "a", "b"));
        Assert.EndsWith(
            "All packages are the same. Builds are dated anew, as the archive's index is another.\n",
            DiffText.Of(CompareLocks.Run(same, same with { Epoch = same.Epoch + 86400 }), Names, "a", "b"));
    }

    [Fact]
    public void Calls_a_set_by_its_target_where_another_target_has_another()
    {
        var release = Uses.Of("qemu", "?essential udev", "?essential curl udev wget").Uses
            .Select(use => use with { Target = "vm-release" });
        var names = new SetNames([.. Uses.All.Uses, .. release]);
        Assert.Equal("toolchain", names.Of(["qemu"]));
        Assert.Equal("guest base, plain-vm", names.Of(["?essential", "udev"]));
        Assert.Equal("curl-vm of vm-debug", names.Of(["?essential", "curl", "udev"]));
        Assert.Equal("curl-vm of vm-release", names.Of(["?essential", "curl", "udev", "wget"]));
        Assert.Equal("the set of nano", names.Of(["nano"]));
    }
}
