// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Checking;
using Ghaf.Model;
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Checking;

/// <summary>What the tests of statements have in common.</summary>
internal static class Some
{
    public const string Token = "5f2c";

    public static CheckContext Context(FakeDevice device, TimeSpan? limit = null, DevicePlan? plan = null) =>
        new(device, plan ?? Repository.Plan, Token, TimeProvider.System, limit ?? TimeSpan.FromSeconds(20));

    public static DeviceStatus AllReady { get; } = new(
        1,
        DateTimeOffset.UnixEpoch,
        100,
        [.. Repository.Plan.Vms.Select(vm => new VmStatus(
            vm.Name.Value, VmState.Ready, "", vm.Memory.Bytes, ReadySince: DateTimeOffset.UnixEpoch, BootSeconds: 30))]);

    public static DeviceStatus With(string vm, Func<VmStatus, VmStatus> change) =>
        AllReady with { Vms = [.. AllReady.Vms.Select(status => status.Name == vm ? change(status) : status)] };

    public static async Task Accepts(IStatement statement, FakeDevice device, string evidence, DevicePlan? plan = null)
    {
        var result = await statement.CheckAsync(Context(device, plan: plan), CancellationToken.None);
        Assert.True(result.Holds, result.Evidence);
        Assert.Contains(evidence, result.Evidence);
    }

    public static async Task Rejects(IStatement statement, FakeDevice device, string evidence, DevicePlan? plan = null)
    {
        var result = await statement.CheckAsync(Context(device, plan: plan), CancellationToken.None);
        Assert.False(result.Holds, result.Evidence);
        Assert.Contains(evidence, result.Evidence);
    }
}
