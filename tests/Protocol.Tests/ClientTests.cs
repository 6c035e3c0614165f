// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.Protocol.Tests;

public class ClientTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_reply_comes_back_to_its_request()
    {
        using var port = new DevicePortStandIn();
        using var client = await ControlClient.ConnectAsync(port.Path, Limit);
        var asked = client.AskAsync(ControlRequest.Create(ControlVerb.Exec, "net-vm", "ip", "addr"), Limit);
        var request = await port.ReadRequestAsync();
        Assert.Equal(["ip", "addr"], request.Arguments);
        await port.ReplyAsync(new ControlReply(request.Id, Output: new CommandOutput(3, "lo\n")));
        Assert.Equal(new CommandOutput(3, "lo\n"), (await asked).Output);
    }

    [Fact]
    public async Task Lines_for_clients_that_left_are_skipped()
    {
        using var port = new DevicePortStandIn();
        using var client = await ControlClient.ConnectAsync(port.Path, Limit);
        await port.WriteAsync("f a half-read reply\"}}\n");
        await port.ReplyAsync(ControlReply.Refuse("somebody else's", "no"));
        var asked = client.AskAsync(ControlRequest.Create(ControlVerb.Status), Limit);
        var request = await port.ReadRequestAsync();
        await port.ReplyAsync(ControlReply.Refuse("", "The request can't be read."));
        await port.ReplyAsync(ControlReply.Refuse(request.Id, "mine"));
        Assert.Equal("mine", (await asked).Error);
    }

    [Fact]
    public async Task A_silent_device_is_given_up_after_the_time_limit()
    {
        using var port = new DevicePortStandIn();
        using var client = await ControlClient.ConnectAsync(port.Path, Limit);
        var failure = await Assert.ThrowsAsync<ControlException>(
            () => client.AskAsync(ControlRequest.Create(ControlVerb.Status), TimeSpan.FromMilliseconds(100)));
        Assert.Contains("did not answer", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_told_and_not_waited_for()
    {
        using var port = new DevicePortStandIn();
        using var client = await ControlClient.ConnectAsync(port.Path, Limit);
        var asked = client.AskAsync(ControlRequest.Create(ControlVerb.Status), Limit);
        var request = await port.ReadRequestAsync();
        await port.WriteAsync($"{{\"id\":\"{request.Id}\",\"news\":1}}\n");
        var failure = await Assert.ThrowsAsync<ControlException>(() => asked);
        Assert.Contains("can't be read: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("news", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_that_goes_away_is_an_error_at_once()
    {
        using var port = new DevicePortStandIn();
        using var client = await ControlClient.ConnectAsync(port.Path, Limit);
        var asked = client.AskAsync(ControlRequest.Create(ControlVerb.Status), Limit);
        await port.ReadRequestAsync();
        port.HangUp();
        await Assert.ThrowsAsync<ControlException>(() => asked);
    }

    [Fact]
    public async Task A_port_that_nobody_serves_is_named()
    {
        var failure = await Assert.ThrowsAsync<ControlException>(() => ControlClient.ConnectAsync("/nowhere/ghaf.control", Limit));
        Assert.Equal("The device's port /nowhere/ghaf.control can't be reached. (Is the device running?)", failure.Message);
    }

    [Fact]
    public async Task Reports_are_read_from_the_first_whole_line_on()
    {
        using var port = new DevicePortStandIn();
        using var client = await StatusClient.ConnectAsync(port.Path, Limit);
        await port.WriteAsync("],\"version\":1}\n");
        await port.WriteAsync(Encoding.UTF8.GetString(
            ProtocolLine.Write(new DeviceReport(new DeviceStatus(2, DateTimeOffset.UnixEpoch, 1, [])), ProtocolJson.Default.DeviceReport)));
        port.HangUp();
        var versions = new List<long?>();
        await foreach (var report in client.ReadAsync())
        {
            versions.Add(report.Status?.Version);
        }

        Assert.Equal([2], versions);
    }

    [Fact]
    public async Task A_console_is_raw_bytes_behind_the_reply()
    {
        using var port = new DevicePortStandIn();
        var connected = ConsoleClient.ConnectAsync(port.Path, "net-vm", Limit);
        var request = await port.ReadRequestAsync();
        await port.ReplyAsync(new ControlReply(request.Id));
        await port.WriteAsync("\n\nlogin: ");
        using var console = await connected;
        var text = "";
        var buffer = new byte[3];
        while (!text.EndsWith("login: ", StringComparison.Ordinal))
        {
            text += Encoding.UTF8.GetString(buffer, 0, await console.ReadAsync(buffer));
        }

        Assert.Equal("\n\nlogin: ", text);
    }

    [Fact]
    public async Task A_refused_console_says_why()
    {
        using var port = new DevicePortStandIn();
        var connected = ConsoleClient.ConnectAsync(port.Path, "nobody", Limit);
        await port.ReplyAsync(ControlReply.Refuse((await port.ReadRequestAsync()).Id, "There is no console “nobody”."));
        Assert.Equal("There is no console “nobody”.", (await Assert.ThrowsAsync<ControlException>(() => connected)).Message);
    }
}
