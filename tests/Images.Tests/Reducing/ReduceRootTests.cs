// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Tests;

public class ReduceRootTests
{
    private static readonly string[] Kept = ["/usr/bin/run-vms", "/usr/lib/systemd/system/vms.service", "/usr/lib/systemd/system/*.wants/*"];

    [Fact]
    public void What_is_kept_comes_with_its_libraries_and_licences_and_nothing_else()
    {
        var tree = Reduced(Kept);
        Assert.Equal(
            [
                "bin", "lib", "lib64", "sbin",
                "usr/bin/run-vms",
                "usr/lib/systemd/system/boot.target.wants/vms.service",
                "usr/lib/systemd/system/vms.service",
                $"{SomeRoot.Libraries}/ld-linux-x86-64.so.2",
                $"{SomeRoot.Libraries}/libc.so.6",
                $"{SomeRoot.Libraries}/libextra.so.2",
                $"{SomeRoot.Libraries}/libvm.so.1",
                $"{SomeRoot.Libraries}/libvm.so.1.2",
                "usr/lib64/ld-linux-x86-64.so.2",
                "usr/share/doc/vms/copyright",
            ],
            tree.Entries.Where(e => e.Value.Kind != RootEntryKind.Folder).Select(e => e.Key));
        CheckClosure.Run("the sample", tree);
    }

    [Fact]
    public void No_kept_program_runs_with_other_rights_than_its_callers()
    {
        var tree = Reduced([.. Kept, "/usr/bin/mount"]);
        Assert.Equal(0b111_101_101, tree["usr/bin/mount"]!.Mode);
    }

    [Fact]
    public void A_link_that_is_named_brings_what_it_leads_to()
    {
        var root = SomeRoot.Configured();
        root.Link("usr/sbin/init", "../bin/run-vms");
        ReduceRoot.Run(root, ["/sbin/init"], []);
        Assert.NotNull(root["usr/bin/run-vms"]);
    }

    [Fact]
    public void Rejects_a_kept_file_that_no_package_brings()
    {
        var failure = Assert.Throws<KeptFilesException>(() => Reduced([.. Kept, "/usr/bin/typo"]));
        Assert.Contains("/usr/bin/typo: no package brings it", failure.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_a_package_of_which_nothing_is_kept()
    {
        var failure = Assert.Throws<KeptFilesException>(() => Reduced(Kept, "vms", "dash"));
        Assert.Contains("dash: the host asks for this package and keeps nothing of it", failure.What, StringComparison.Ordinal);
        Assert.DoesNotContain("vms:", failure.What, StringComparison.Ordinal);
    }

    private static RootTree Reduced(string[] kept, params string[] packages)
    {
        var tree = SomeRoot.Configured();
        ReduceRoot.Run(tree, kept, packages);
        return tree;
    }
}
