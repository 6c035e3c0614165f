// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Locking;
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.Cli.Tests.Locking;

public sealed class LockForBuildTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task The_committed_lock_fits_the_reference_device() =>
        Assert.NotEmpty((await LockForBuild.LoadAsync(SourceTree.PathOf("ghaf.lock"), Repository.Plan, default)).Sets);

    [Fact]
    public async Task Refuses_a_lock_that_lacks_a_set_and_names_VM_wish_and_command()
    {
        var curl = Repository.Plan.Vms.Single(vm => vm.Name.Value == "curl-vm");
        var plan = Repository.Plan with
        {
            Vms = [.. Repository.Plan.Vms.Select(vm => vm == curl ? vm with { Packages = [.. vm.Packages, "tree"] } : vm)],
        };
        var failure = await Assert.ThrowsAsync<LockDoesNotFitException>(
            () => LockForBuild.LoadAsync(SourceTree.PathOf("ghaf.lock"), plan, default));
        Assert.StartsWith("ghaf.lock does not fit vm-debug:\n  curl-vm of vm-debug: The lock has no package set", failure.What);
        Assert.EndsWith("The most similar one there is lacks tree.", failure.What);
        Assert.Equal("Run `ghaf lock` and commit the new ghaf.lock.", failure.Mend);
        Assert.Equal(ExitCode.LockStale, failure.ExitCode);
    }

    [Fact]
    public async Task Tells_all_sets_that_are_missing_at_once()
    {
        var kept = await PackageLock.LoadAsync(SourceTree.PathOf("ghaf.lock"));
        await kept.With(kept.Sets.Where(set => set.Request.Contains("linux-image-amd64"))).SaveAsync(_scratch.File("ghaf.lock"));
        var failure = await Assert.ThrowsAsync<LockDoesNotFitException>(
            () => LockForBuild.LoadAsync(_scratch.File("ghaf.lock"), Repository.Plan, default));
        Assert.All(
            ["toolchain", "compiler", "host", "guest base, plain-vm", "net-vm", "ids-vm", "admin-vm", "curl-vm"],
            part => Assert.Contains($"  {part} of vm-debug: ", failure.What));
    }

    [Fact]
    public async Task Refuses_a_lock_whose_sets_do_not_go_together_and_sends_to_verify()
    {
        var whole = await PackageLock.LoadAsync(SourceTree.PathOf("ghaf.lock"));
        var set = whole.FindSet(PackageRequests.Vm(Repository.Plan, Repository.Plan.Vms.Single(vm => vm.Name.Value == "curl-vm")))!;
        var udev = whole.PackagesOf(set).Single(package => package.Name == "udev");
        var newer = udev with { Version = udev.Version + "+b1", Sha256 = new string('a', 64) };
        var split = whole with
        {
            Packages = whole.Packages.Add(newer.Id, newer),
            Sets = whole.Sets.Replace(set, set with { Packages = set.Packages.Replace(udev.Id, newer.Id) }),
        };
        await split.SaveAsync(_scratch.File("ghaf.lock"));
        var failure = await Assert.ThrowsAsync<LockDoesNotFitException>(
            () => LockForBuild.LoadAsync(_scratch.File("ghaf.lock"), Repository.Plan, default));
        Assert.Contains($"{udev.Id} and {newer.Id}", failure.What);
        Assert.Equal("`ghaf lock verify vm-debug` tells for each how to mend it.", failure.Mend);
    }
}
