// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Tests;

public class CheckClosureTests
{
    [Fact]
    public void Accepts_a_root_that_has_all_it_needs()
    {
        var tree = SomeRoot.Configured();
        tree.Text("usr/bin/script", "#!/bin/sh -e\n", 0b111_101_101);
        tree.Link("etc/mtab", "../proc/self/mounts");
        tree.Set("usr/bin/mount", tree["usr/bin/mount"]! with { Mode = 0b111_101_101 });
        CheckClosure.Run("the sample", tree);
    }

    [Fact]
    public void Rejects_a_program_without_its_library() => Rejects(
        tree => tree.Program("usr/bin/p", ElfBytes.Of(SomeRoot.Linker, ["libgone.so.3"])),
        "/usr/bin/p: needs the library libgone.so.3, which is not there");

    [Fact]
    public void Rejects_a_library_that_is_not_where_the_program_looks() => Rejects(
        tree =>
        {
            tree.Program("usr/lib/private/libown.so", ElfBytes.Of(null, []));
            tree.Program("usr/bin/found", ElfBytes.Of(SomeRoot.Linker, ["libown.so"], runPath: "/usr/lib/private"));
            tree.Program("usr/bin/lost", ElfBytes.Of(SomeRoot.Linker, ["libown.so"]));
        },
        "/usr/bin/lost: needs the library libown.so, which is not there");

    [Fact]
    public void Rejects_a_program_without_its_dynamic_linker() => Rejects(
        tree => tree.Program("usr/bin/p", ElfBytes.Of("/lib/ld-other.so.1", [])),
        "/usr/bin/p: is loaded by /lib/ld-other.so.1, which is not there");

    [Fact]
    public void Rejects_a_script_without_its_interpreter() => Rejects(
        tree => tree.Text("usr/bin/s", "#! /usr/bin/perl -w\n", 0b111_101_101),
        "/usr/bin/s: is a script for /usr/bin/perl, which is not there");

    [Fact]
    public void Rejects_a_link_to_nothing() => Rejects(
        tree => tree.Link("etc/os-release", "../usr/lib/os-release"),
        "/etc/os-release: leads to ../usr/lib/os-release, which is not there");

    [Theory]
    [InlineData("ExecStart=/usr/bin/gone --all")]
    [InlineData("ExecStartPre=-+/usr/bin/gone")]
    [InlineData("ExecStopPost=gone x")]
    public void Rejects_a_unit_that_starts_what_is_not_there(string line) => Rejects(
        tree => tree.Text("etc/systemd/system/u.service", $"[Service]\n{line}\n"),
        "/etc/systemd/system/u.service: starts /usr/bin/gone, which is not there");

    [Fact]
    public void Accepts_a_masked_unit_that_would_start_what_is_not_there()
    {
        var tree = SomeRoot.Configured();
        tree.Set("usr/bin/mount", tree["usr/bin/mount"]! with { Mode = 0b111_101_101 });
        tree.Text("usr/lib/systemd/system/u.service", "[Service]\nExecStart=/usr/bin/gone\n");
        tree.Link("etc/systemd/system/u.service", "/dev/null");
        CheckClosure.Run("the sample", tree);
    }

    [Fact]
    public void Rejects_a_device_rule_that_starts_what_is_not_there() => Rejects(
        tree => tree.Text("usr/lib/udev/rules.d/60-x.rules", "# RUN+=\"/bin/nothing\"\nKERNEL==\"sd*\", IMPORT{program}=\"ata_id --export $devnode\"\n"),
        "/usr/lib/udev/rules.d/60-x.rules: starts /usr/lib/udev/ata_id, which is not there");

    [Fact]
    public void Rejects_a_program_that_gives_rights() => Rejects(
        tree => tree.Text("usr/bin/su", "", 0b100_111_101_101),
        "/usr/bin/su: runs with other rights than its caller's (set-user-id or set-group-id)");

    private static void Rejects(Action<RootTree> change, string fault)
    {
        var tree = SomeRoot.Configured();
        tree.Set("usr/bin/mount", tree["usr/bin/mount"]! with { Mode = 0b111_101_101 });
        change(tree);
        var failure = Assert.Throws<RootNotClosedException>(() => CheckClosure.Run("the sample", tree));
        Assert.Equal($"The root of the sample lacks what is needed in it:\n- {fault}", failure.What);
    }
}
