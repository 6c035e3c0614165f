// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Running;

public class StatusTableTests
{
    // As a host daemon reported it while one VM came up and another could not.
    private const string Recorded = """
        {"version":17,"time":"2026-11-22T22:41:07.5+00:00","uptimeSeconds":93.2,
        "boot":{"firmware":7.5,"loader":0.4,"kernel":4.1,"userspace":19.2},"vms":[
        {"name":"net-vm","state":"ready","address":"","memoryBytes":268435456,"memoryUsedBytes":362807296,"restarts":0,
         "readySince":"2026-11-22T22:40:31+00:00","uptimeSeconds":78.4,"bootSeconds":41.9},
        {"name":"curl-vm","state":"starting","address":"10.77.1.2","memoryBytes":268435456,"restarts":2,"uptimeSeconds":3.1},
        {"name":"plain-vm","state":"failed","address":"10.77.2.2","memoryBytes":201326592,"restarts":4,
         "reason":"exit-code, status 3: broken"}]}
        """;

    [Fact]
    public void Shows_each_VM_in_a_row()
    {
        using var run = new SessionFor();
        run.Session.Screen.Write(StatusTable.Of(Status()));
        Golden.Matches("tests/Cli.Tests/Running/status-table.txt", Trimmed(run.Output.ToString()));
    }

    [Fact]
    public void Tells_of_a_change_once()
    {
        var lines = new StatusLines();
        Assert.Equal(
            [
                "host: started in 31 s: firmware 7.5 s, loader 0.4 s, kernel 4.1 s, userspace 19 s",
                "net-vm: ready after 41 s", "curl-vm: starting, restarts: 2", "plain-vm: failed: exit-code, status 3: broken",
            ],
            lines.Changes(Status()));
        Assert.Empty(lines.Changes(Status()));
        var later = Status() with { Vms = [.. Status().Vms.Select(vm => vm with { State = VmState.Ready, BootSeconds = 30 })] };
        Assert.Equal(
            ["curl-vm: ready after 30 s, 10.77.1.2, restarts: 2", "plain-vm: ready after 30 s, 10.77.2.2, restarts: 4"],
            lines.Changes(later));
    }

    private static DeviceStatus Status()
    {
        var line = System.Text.Encoding.UTF8.GetBytes(Recorded.Replace("\n", ""));
        Assert.True(ProtocolLine.TryRead(line, ProtocolJson.Default.DeviceStatus, out var status, out var reason), reason);
        return status;
    }

    private static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()));
}
