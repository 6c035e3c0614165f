// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Ghaf.EndToEnd.Tests;

[Collection(Machine.Name)]
[Trait("Run", "nightly")]
public class FaultRunTests(BuiltCheckout built)
{
    // A VM that starts anew takes most of a minute where the processor is emulated.
    private static readonly TimeSpan Limit = TimeSpan.FromHours(3);

    [Fact]
    public async Task What_is_killed_fifty_times_comes_back()
    {
        using var run = GhafRun.Start(built.Checkout, ["run", "vm-debug", "--check", "--faults", "50", "--format", "json"]);
        var status = await run.EndAsync(Limit);
        Assert.True(run.Output.Contains('{'), $"It did not come to the statements.\n{run.Error}");
        var statements = JsonDocument.Parse(run.Output).RootElement.GetProperty("statements").EnumerateArray().ToList();
        Assert.Contains(statements, s => s.GetProperty("statement").GetString()!.StartsWith("What is killed comes back by itself, 50 times"));
        Assert.All(statements, s => Assert.True(s.GetProperty("holds").GetBoolean(), $"{s}"));
        Assert.True(status == 0, run.Error);
    }
}
