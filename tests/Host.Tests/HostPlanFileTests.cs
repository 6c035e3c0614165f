// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;

namespace Ghaf.Host.Tests;

public sealed class HostPlanFileTests : IDisposable
{
    private const string NetVm =
        """{"name":"net-vm","cid":3,"unit":"ghaf-vm-net-vm.service","address":"10.77.1.1","memoryBytes":268435456,"consoleSocket":"/run/c","qmpSocket":"/run/q"}""";

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Accepts_a_plan_and_fills_in_the_defaults()
    {
        var plan = Read("{\"settings\":{\"debug\":true},\"vms\":[" + NetVm + "],"
            + "\"passthrough\":[{\"address\":\"0000:00:03.0\",\"vm\":\"net-vm\",\"user\":\"ghaf-net-vm\"}]}");
        Assert.Equal(new HostSettings(Debug: true), plan.Settings);
        Assert.Equal(
            new SupervisedVm("net-vm", 3, "ghaf-vm-net-vm.service", "10.77.1.1", 268435456, "/run/c", "/run/q"),
            Assert.Single(plan.Vms));
        Assert.Equal(new PassthroughDevice("0000:00:03.0", "net-vm", "ghaf-net-vm"), Assert.Single(plan.Passthrough));
    }

    [Theory]
    [InlineData("""{"settings":{"debgu":true},"vms":[],"passthrough":[]}""", "could not be mapped")]
    [InlineData("""{"settings":{},"vms":[]}""", "missing required")]
    [InlineData("""{"settings":{},"vms":[NET,NET],"passthrough":[]}""", "Two VMs are called net-vm. net-vm and net-vm have the same vsock CID 3.")]
    [InlineData("""{"settings":{},"vms":[],"passthrough":[{"address":"0000:00:03.0","vm":"x","user":"y"}]}""", "is no VM of this device")]
    [InlineData("not json", "can't be read")]
    public void Rejects_a_plan_that_is_wrong(string json, string message)
    {
        var failure = Assert.Throws<InvalidHostPlanException>(() => Read(json.Replace("NET", NetVm, StringComparison.Ordinal)));
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    private HostPlan Read(string json)
    {
        File.WriteAllText(_path, json);
        return HostPlanFile.Read(_path);
    }
}
