// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.EndToEnd.Tests;

/// <summary>Faults as a user meets them: a clear message, the documented status, nothing left behind.</summary>
[Collection(Machine.Name)]
public class FaultTests(BuiltCheckout built)
{
    [Fact]
    public async Task All_mistakes_of_a_definition_are_told_at_once()
    {
        built.Checkout.Write("devices/broken.cs", Definition("broken", """
            NetVm.With("no-such-card"),
            AppVm.Named("Bad Name"),
            AppVm.Named("big-vm").Memory(64.GiB),
            """));
        using var plan = await GhafRun.RunAsync(built.Checkout, ["plan", "broken-debug"]);
        plan.ShouldEndWith(1);
        Assert.All(["GHAF001", "GHAF003", "GHAF004", "devices/broken.cs:"], text => Assert.Contains(text, plan.Error));
    }

    [Fact]
    public async Task A_definition_that_does_not_compile_shows_the_compilers_words()
    {
        built.Checkout.Write("devices/unclear.cs", Definition("unclear", "NetVm.With(NoSuchName),"));
        using var plan = await GhafRun.RunAsync(built.Checkout, ["plan", "unclear-debug"]);
        plan.ShouldEndWith(1);
        Assert.Contains("NoSuchName", plan.Error);
    }

    [Fact]
    public async Task An_unknown_package_is_named_with_its_VM()
    {
        built.Checkout.Write("devices/unknown.cs", Definition("unknown", """
            NetVm.With(EmulatedMachine.Ethernet),
            AppVm.Named("app-vm", ["no-such-package-anywhere"]),
            """));
        using var locked = await GhafRun.RunAsync(built.Checkout, ["lock", "unknown-debug"]);
        File.Delete(Path.Combine(built.Checkout.Folder, "devices/unknown.cs"));
        Assert.NotEqual(0, await locked.EndAsync());
        Assert.Contains("no-such-package-anywhere", locked.Error);
    }

    [Fact]
    public async Task A_lock_that_does_not_fit_is_told_with_its_VM_and_the_command()
    {
        built.Checkout.Write("devices/wishes.cs", Definition("wishes", """
            NetVm.With(EmulatedMachine.Ethernet),
            AppVm.Named("app-vm", ["tree"]),
            """));
        using var build = await GhafRun.RunAsync(built.Checkout, ["build", "wishes-debug"]);
        File.Delete(Path.Combine(built.Checkout.Folder, "devices/wishes.cs"));
        build.ShouldEndWith(4);
        Assert.All(["app-vm of ", "tree", "Run `ghaf lock`"], text => Assert.Contains(text, build.Error));
    }

    [Fact]
    public async Task Without_user_namespaces_it_says_which_setting_forbids_them()
    {
        built.Checkout.TouchConfiguration();
        using var build = await GhafRun.RunAsync(
            built.Checkout, ["build", "vm-debug"],
            before: ["unshare", "-Ur", "sh", "-c", "echo 0 > /proc/sys/user/max_user_namespaces && exec \"$@\"", "sh"]);
        build.ShouldEndWith(7);
        Assert.Contains("user namespaces", build.Error);
        Assert.Contains("max_user_namespaces", build.Error);
    }

    [Fact]
    public async Task A_full_disk_is_told_with_its_place_and_nothing_is_left_half_written()
    {
        var store = Directory.CreateTempSubdirectory("ghaf-small-").FullName;
        using var build = await GhafRun.RunAsync(
            built.Checkout, ["build", "vm-debug"],
            new() { ["GHAF_STORE"] = store },
            [
                "unshare", "-Urm", "sh", "-c",
                "mount -t tmpfs -o size=40m small " + store + " && \"$@\"; status=$?; ls " + store + "/tmp >&2; exit $status",
                "sh",
            ]);
        build.ShouldEndWith(6);
        Assert.Contains(store, build.Error);
        Assert.Contains("ghaf store gc", build.Error);
        Directory.Delete(store);
    }

    private static string Definition(string name, string vms) => $"""
        #!/usr/bin/env -S dotnet --
        #:project ../modules/Ghaf.Modules.csproj
        #:property PublishAot=false
        using Ghaf.Model;
        using Ghaf.Modules;
        using Ghaf.Modules.AppVms;
        using Ghaf.Modules.Hardware;
        using Ghaf.Modules.SystemVms;

        return Definition.Run(args, Reference.Device("{name}", EmulatedMachine.X86,
        [
        {vms}
        ]));
        """;
}
