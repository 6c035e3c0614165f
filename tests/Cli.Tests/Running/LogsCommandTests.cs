// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests;

public class LogsCommandTests
{
    [Fact]
    public void A_line_is_for_people() => Golden.Matches(
        "tests/Cli.Tests/Running/logs.txt",
        string.Concat(new[]
        {
            Line("host", 1, "Started ghaf-vm-net-vm.service."),
            Line("net-vm", 2, "two\n\tlines\n", pid: 312),
            Line("curl-vm", 3, "\u001b[2Jclears \u202Enothing"),
            Line("long-named-vm", 4, "Ünïcode 😀"),
        }.Select(line => LogText.Of(line) + "\n")));

    [Fact]
    public void A_verdict_is_for_people() => Golden.Matches(
        "tests/Cli.Tests/Running/logs-verify.txt",
        string.Concat(new LogVerdict[]
        {
            new("admin-vm", 0, 0, 0, []),
            new("host", 1, 120, 3, []),
            new("net-vm", 501, 900, 7, ["record 700 is missing", "records 901 to 902 are missing at the end: the host was told of it"]),
        }.Select(LogText.Of)));

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("10m", 600)]
    [InlineData("2h", 7200)]
    [InlineData("3d", 259200)]
    public void Accepts_a_time(string text, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), LogOptions.Since(text, Assert.Fail));

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("10")]
    [InlineData("10y")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("99999999d")]
    public void Rejects_what_is_no_time(string text)
    {
        var mistakes = new List<string>();
        Assert.Null(LogOptions.Since(text, mistakes.Add));
        Assert.Equal($"“{text}” is no time; write 90s, 10m, 2h or 3d.", Assert.Single(mistakes));
    }

    [Theory]
    [InlineData("err", 3)]
    [InlineData("emerg", 0)]
    [InlineData("7", 7)]
    public void Accepts_a_priority(string text, int priority) => Assert.Equal(priority, LogOptions.Priority(text, Assert.Fail));

    [Theory]
    [InlineData("8")]
    [InlineData("error")]
    [InlineData("")]
    public void Rejects_what_is_no_priority(string text)
    {
        var mistakes = new List<string>();
        LogOptions.Priority(text, mistakes.Add);
        Assert.Equal(
            $"“{text}” is no priority; there are emerg, alert, crit, err, warning, notice, info, debug, and 0 to 7.", Assert.Single(mistakes));
    }

    [Theory]
    [InlineData("dnsmasq", "dnsmasq.service")]
    [InlineData("init.scope", "init.scope")]
    [InlineData(null, null)]
    public void A_unit_without_an_ending_is_a_service(string? text, string? unit) => Assert.Equal(unit, LogOptions.Unit(text));

    [Fact]
    public async Task Who_follows_sees_each_line_once_and_asks_for_what_comes_after()
    {
        var asked = new List<LogQuery>();
        var seen = new List<ulong>();
        using var end = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LogsCommand.FollowAsync(
            query =>
            {
                asked.Add(query);
                if (asked.Count == 3)
                {
                    end.Cancel();
                }

                return Task.FromResult(Page((ulong)(10 + asked.Count)));
            },
            new LogQuery(["net-vm"], Text: "needle", Lines: 5),
            Page(10),
            line =>
            {
                seen.Add(line.Number);
                return Task.CompletedTask;
            },
            TimeProvider.System,
            end.Token));
        Assert.Equal([10ul, 11, 12, 13], seen);
        Assert.Equal([10ul, 11, 12], asked.Select(query => query.After!["net-vm"]));
        Assert.All(asked, query => Assert.Equal(("needle", 10_000), (query.Text, query.Lines)));
    }

    private static LogPage Page(ulong number) =>
        new([Line("net-vm", number, "needle")], new Dictionary<string, ulong> { ["net-vm"] = number }, Truncated: number > 10);

    private static LogLine Line(string source, ulong number, string message, long pid = 0) => new(
        source, number, new DateTimeOffset(2026, 1, 31, 10, 0, 0, 123, TimeSpan.Zero), 6, "some", pid, message, "b");
}
