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

    public static TheoryData<string> Devices => [.. ShippedDevices.Names];

    // With the SDK's own way to run a file, and with the origin of every value.
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

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Every_target_seals_as_summarized_in_the_file(string device) => Golden.Matches(
        $"tests/Devices.Tests/{device}.targets.txt", TargetsSummary.Of(await ShippedDevices.PlansAsync(device)));

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Debug_target_seals_to_the_plan_in_the_file(string device)
    {
        // That one lies there with its origins; see above.
        if (device != "vm")
        {
            var plan = (await ShippedDevices.PlansAsync(device)).Single(p => p.Target == $"{device}-debug");
            Golden.Matches($"tests/Devices.Tests/{device}-debug.plan.json", PlanJson.Write(plan with { Origins = [] }));
        }
    }
}
