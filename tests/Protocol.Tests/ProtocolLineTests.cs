// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using System.Text;

namespace Ghaf.Protocol.Tests;

public class ProtocolLineTests
{
    [Theory]
    [InlineData("""{"id":"1","verb":"exec-host","arguments":["true"]}""")]
    [InlineData("""{"id":"1","verb":"restart","name":"net-vm","timeoutSeconds":5}""")]
    [InlineData("""{"id":"1","verb":"logs","lines":3}""")]
    [InlineData("""{"id":"1","verb":"events","name":"net-vm","after":7}""")]
    public void Accepts_a_request_and_writes_it_the_same(string json)
    {
        Assert.True(ProtocolLine.TryRead(Encoding.UTF8.GetBytes(json), ProtocolJson.Default.ControlRequest, out var request, out _));
        Assert.Equal(json + "\n", Encoding.UTF8.GetString(ProtocolLine.Write(request, ProtocolJson.Default.ControlRequest)));
    }

    [Theory]
    [InlineData("""{"id":"1","verb":"dance"}""")]
    [InlineData("""{"id":"1","verb":"start","nmae":"net-vm"}""")]
    [InlineData("""{"id":"1","id":"2","verb":"status"}""")]
    [InlineData("""{"verb":"status"}""")]
    [InlineData("""{"id":null,"verb":"status"}""")]
    [InlineData("""{"id":"1","verb":"status"} {}""")]
    [InlineData("null")]
    [InlineData("tail of a line\"}")]
    public void Rejects_what_is_not_exactly_a_request(string json)
    {
        Assert.False(ProtocolLine.TryRead(Encoding.UTF8.GetBytes(json), ProtocolJson.Default.ControlRequest, out _, out var reason));
        Assert.NotEmpty(reason);
    }

    [Fact]
    public void A_status_keeps_every_value_over_the_wire()
    {
        var vm = new VmStatus("net-vm", VmState.Ready, "192.168.100.1", 256 << 20, 298_000_000, 2, null, "Ready.", DateTimeOffset.UnixEpoch, 61.5, 41.2)
        {
            MemoryLimitBytes = 435_000_000,
            ProcessorSeconds = 12.5,
        };
        var failed = new VmStatus("app-vm", VmState.Failed, "", 1, Reason: "exit-code, exit code 1:\nno such device");
        var line = ProtocolLine.Write(new DeviceStatus(7, DateTimeOffset.UnixEpoch, 99, [vm, failed]), ProtocolJson.Default.DeviceStatus);
        Assert.True(ProtocolLine.TryRead(line, ProtocolJson.Default.DeviceStatus, out var status, out _));
        Assert.Equal([vm, failed], status.Vms);
        Assert.False(status.IsReady());
        Assert.Contains("\"state\":\"ready\"", Encoding.UTF8.GetString(line), StringComparison.Ordinal);
        Assert.Single(line, b => b == (byte)'\n');
    }
}
