// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Ghaf.EndToEnd.Tests;

/// <summary>What is delivered: kernels that are compiled, hardened, and meet what a minimal host has to.</summary>
[Collection(Machine.Name)]
[Trait("Run", "nightly")]
public class ReleaseTests(BuiltCheckout built)
{
    // Two kernels on two busy cores take half an hour.
    private static readonly TimeSpan Compilation = TimeSpan.FromMinutes(90);

    [Fact]
    public async Task Every_requirement_holds_of_the_running_release()
    {
        using var kernels = GhafRun.Start(built.Checkout, ["kernel", "build", "vm-release"]);
        await kernels.EndAsync(Compilation);
        kernels.ShouldEndWith(0);

        using var run = await GhafRun.BootAsync(
            () => GhafRun.Start(built.Checkout, ["run", "vm-release", "--check", "--format", "json"]));
        Assert.True(run.Output.Contains('{'), $"It did not come to the requirements.\n{run.Error}");
        var statements = JsonDocument.Parse(run.Output).RootElement.GetProperty("statements").EnumerateArray().ToList();
        foreach (var requirement in Enumerable.Range(1, 9).Select(number => $"MH0{number} "))
        {
            Assert.Single(statements, s => s.GetProperty("statement").GetString()!.StartsWith(requirement));
        }

        Assert.All(statements, s => Assert.True(s.GetProperty("holds").GetBoolean(), $"{s}"));
        run.ShouldEndWith(0);
    }

    [Theory]
    [InlineData("vm-release")]
    [InlineData("lenovo-x1-carbon-gen11-release")]
    public async Task No_failure_of_hardening_is_without_a_reason(string target)
    {
        using var check = await GhafRun.RunAsync(built.Checkout, ["kernel", "check", target]);
        check.ShouldEndWith(0);
    }
}
