// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Tests;

public class ToolSuiteTests
{
    private static readonly string[] Request = ["bubblewrap", "kernel-hardening-checker/forky"];

    [Fact]
    [Trait("Category", "Network")]
    public async Task A_tool_of_testing_comes_with_the_libraries_of_the_release()
    {
        var packageLock = await ResolveLock.RunAsync([["dash"], Request]);
        var plain = await ResolveLock.RunAsync([["dash"]]);
        var chosen = packageLock.GetPackages(Request);
        Assert.Contains(chosen, package => package.Name == "kernel-hardening-checker");
        Assert.Contains(chosen, package => package is { Name: "python3-minimal", Version: var version } && version.StartsWith("3.13.", StringComparison.Ordinal));
        Assert.Equal(plain.GetPackages(["dash"]), packageLock.GetPackages(["dash"]));

        // Builds' time is the release's.
        Assert.Equal(plain.Epoch, packageLock.Epoch);
        Assert.Contains(packageLock.Repositories, repository => repository.Suite == "forky");
        Assert.DoesNotContain(plain.Repositories, repository => repository.Suite == "forky");
    }

    [Fact]
    [Trait("Category", "Network")]
    public async Task Nothing_is_taken_from_testing_that_was_not_asked_of_it_by_name()
    {
        var failure = await Assert.ThrowsAnyAsync<Ghaf.Exec.GhafException>(
            () => ResolveLock.RunAsync([Request, ["bubblewrap", "kernel-hardening-checker"]]));
        Assert.Contains("kernel-hardening-checker", failure.What, StringComparison.Ordinal);
    }
}
