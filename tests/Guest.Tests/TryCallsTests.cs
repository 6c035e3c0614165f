// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest.Calling;
using Ghaf.Rpc;

namespace Ghaf.Guest.Tests;

public class TryCallsTests
{
    [Fact]
    public async Task Tells_what_came_of_each_method_that_is_tried()
    {
        await using var agent = await RunningAgent.StartAsync();
        string[] rules = ["Applications/*", "Vms/List"];
        Assert.Equal(
            ["Applications/List OK", "Applications/Start NotFound", "Applications/Stop NotFound", "Vms/List Unimplemented"],
            await RunAsync(agent, "host", method => TryCalls.IsAmong(method, rules)));
        Assert.Equal(
            [.. ContractMethod.OfGuests.Where(m => !m.Name.StartsWith("Applications/")).Select(m => $"{m.Name} PermissionDenied")],
            (await RunAsync(agent, "gui-vm", method => !TryCalls.IsAmong(method, rules))).Where(line => !line.EndsWith(" Unimplemented")));
    }

    private static async Task<string[]> RunAsync(RunningAgent agent, string caller, Func<ContractMethod, bool> isTried)
    {
        using var channel = agent.Connect(caller);
        using var output = new StringWriter();
        await TryCalls.RunAsync(channel, isTried, output, default);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
