// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Devices.Tests;

/// <summary>
/// The plans of the devices that ship, as files beside this one: a change of a module shows in review what it does to every
/// device. <c>GHAF_UPDATE_GOLDENS=1</c> writes them anew.
/// </summary>
public class SealedPlanTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("vm", "debug")]
    public async Task Definition_seals_to_the_plan_in_the_file(string device, string profile)
    {
        var root = SourceTree.Root;
        using var limit = new CancellationTokenSource(Limit);
        var result = await (Command.Of("dotnet", "run", "--file", Path.Combine(root, "devices", device + ".cs"), "--", "seal") with
        {
            FailureThrows = false,
            WorkingDirectory = root,
        }).RunAsync(limit.Token);

        Assert.True(result.Status == 0, result.Output + result.Error);
        var target = SealedTarget.FromJson(result.Output).Single(target => target.Name == $"{device}-{profile}");
        var plan = PlanJson.Write(target.Result.Plan!);
        Golden.Matches($"tests/Devices.Tests/{device}-{profile}.plan.json", plan);
    }
}
