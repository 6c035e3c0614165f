// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images.Tests;

public sealed class ResolveLockTests
{
    [Fact]
    [Trait("Category", "Network")]
    public async Task Names_unknown_packages_and_the_request_that_asked()
    {
        var failure = await Assert.ThrowsAsync<UnknownPackageException>(
            () => ResolveLock.RunAsync([["bash"], ["dash", "no-such-package", "nor-this"]]));
        Assert.Equal(
            """
            trixie, trixie-updates, trixie-security has no package “no-such-package”, “nor-this”, asked for by the request: dash no-such-package nor-this.
            Correct the name in the definition, or add the suite that has it.
            """,
            failure.Message);
        Assert.Equal(ExitCode.DefinitionInvalid, failure.ExitCode);
    }

    [Fact]
    [Trait("Category", "Network")]
    public async Task Explains_packages_that_exclude_each_other()
    {
        var failure = await Assert.ThrowsAsync<UnsatisfiableRequestException>(
            () => ResolveLock.RunAsync([["exim4-daemon-light", "postfix"]]));
        Assert.Contains("exim4-daemon-light", failure.What, StringComparison.Ordinal);
        Assert.Contains("onflicts", failure.What, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Network")]
    public async Task Pins_what_apt_chooses_without_the_essential_packages()
    {
        var packageLock = await ResolveLock.RunAsync([["dash"]]);
        var names = packageLock.GetPackages(["dash"]).Select(package => package.Name).ToList();
        Assert.Contains("dash", names);
        Assert.Contains("libc6", names);
        Assert.DoesNotContain("base-files", names);
        Assert.Equal(packageLock.Repositories.Max(repository => repository.Date), packageLock.Epoch);
    }

    [Fact]
    [Trait("Category", "Network")]
    public async Task Adds_to_a_lock_without_touching_what_is_there()
    {
        var first = await ResolveLock.RunAsync([["dash"]]);
        var both = await ResolveLock.RunAsync([["sed"]], new ResolveLockOptions { Keep = first });
        Assert.Equal(first.GetPackages(["dash"]), both.GetPackages(["dash"]));
        Assert.Contains(both.GetPackages(["sed"]), package => package.Name == "sed");
    }

    [Fact]
    [Trait("Category", "Network")]
    public async Task Adds_nothing_to_a_lock_of_packages_that_the_archive_has_replaced()
    {
        var failure = await Assert.ThrowsAsync<LockSupersededException>(
            () => ResolveLock.RunAsync([["sed"]], new ResolveLockOptions { Keep = LockOf.Sets("dash => dash_0.1") }));
        Assert.Equal(
            """
            Debian has replaced 1 of the locked packages (dash 0.1), and a new package set would not fit the locked ones.
            Run `ghaf lock update`, which resolves everything anew; `ghaf lock update --dry-run` shows first what would change.
            """,
            failure.Message);
        Assert.Equal(ExitCode.LockStale, failure.ExitCode);
    }

    [Fact]
    [Trait("Category", "Network")]
    public async Task Refuses_indices_that_our_keys_did_not_sign()
    {
        using var scratch = new ScratchFolder();
        await File.WriteAllBytesAsync(scratch.File("empty.pgp"), []);
        var failure = await Assert.ThrowsAsync<ToolFailedException>(
            () => ResolveLock.RunAsync([["dash"]], new ResolveLockOptions { Keyring = scratch.File("empty.pgp") }));
        Assert.Contains("sign", failure.ErrorEnd, StringComparison.Ordinal);
    }
}
