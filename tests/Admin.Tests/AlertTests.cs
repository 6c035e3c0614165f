// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Ghaf.Admin.Collecting;
using Ghaf.Rpc.Contracts;

namespace Ghaf.Admin.Tests;

public class AlertTests
{
    private const string Eve = """
        {"timestamp":"2026-11-26T09:00:00.000000+0000","event_type":"alert","src_ip":"10.71.2.2","src_port":40122,"dest_ip":"192.0.2.7",
         "dest_port":80,"proto":"TCP","alert":{"action":"blocked","gid":1,"signature_id":9100001,"signature":"A test","severity":1}}
        """;

    [Fact]
    public void Tells_an_alert_in_one_line() => Assert.Equal(
        "ids-vm: A test (9100001, severity 1, blocked): 10.71.2.2 -> 192.0.2.7 TCP 80", Text(Eve));

    [Theory]
    [InlineData("suricata", "{\"event_type\":\"flow\",\"x\":\"alert\"}")]
    [InlineData("suricata", "{\"event_type\":\"alert\"")]
    [InlineData("suricata", "[\"alert\"]")]
    [InlineData("suricata", "\"alert\"")]
    [InlineData("suricata", "an \"alert\" in words")]
    [InlineData("sshd", "{\"event_type\":\"alert\"}")]
    public void Takes_nothing_else_for_an_alert(string identifier, string message) => Assert.Null(Text(message, identifier));

    [Theory]
    [InlineData("{\"event_type\":\"alert\"}", "ids-vm: an alert without a name (?, severity ?, allowed): ? -> ?")]
    [InlineData("{\"event_type\":\"alert\",\"alert\":7,\"src_ip\":[1]}", "ids-vm: an alert without a name (?, severity ?, allowed): ? -> ?")]
    [InlineData("{\"event_type\":\"alert\",\"alert\":{\"signature\":\"a\\nb\\u001b[2Jü\"}}", "ids-vm: a?b?[2J? (?, severity ?, allowed): ? -> ?")]
    public void Makes_one_plain_line_of_whatever_is_in_it(string message, string text) => Assert.Equal(text, Text(message));

    [Fact]
    public void Cuts_a_long_one() => Assert.Equal(
        500, Text($$$"""{"event_type":"alert","alert":{"signature":"{{{new string('x', 5000)}}}"}}""")!.Length);

    [Fact]
    public async Task Tells_the_host_of_alerts_and_says_when_it_could_not()
    {
        var host = new FakeHost { IsAway = true };
        var told = new ConcurrentQueue<string>();
        var alerts = new ReportAlerts(host, told.Enqueue);
        using var ended = new CancellationTokenSource();
        var run = alerts.RunAsync(ended.Token);
        alerts.See([Entry("nothing"), Entry(Eve)]);
        await Some.UntilAsync(() => !told.IsEmpty, "it is told");
        Assert.Equal(
            "The host was not told of an alert, “ids-vm: A test (9100001, severity 1, blocked): 10.71.2.2 -> 192.0.2.7 TCP 80”: It is away.",
            Assert.Single(told));
        host.IsAway = false;
        alerts.See([Entry(Eve)]);
        await Some.UntilAsync(() => host.Alerts.Count == 1, "the host is told");
        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Some.Limit));
    }

    private static string? Text(string message, string identifier = "suricata") => AlertText.Of(Entry(message, identifier));

    private static LogEntry Entry(string message, string identifier = "suricata") =>
        new() { Source = "ids-vm", Identifier = identifier, Message = message };
}
