// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Ghaf.Cli.Checking;
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Checking;

public partial class LogStatementTests
{
    private static readonly string[] Names = ["host", .. Repository.Plan.Vms.Select(vm => vm.Name.Value)];

    private readonly List<LogLine> _lines = [];

    [Fact]
    public Task Accepts_lines_of_all_and_chains_that_hold() => Some.Accepts(
        new LogsAreCollected(), Device(), $"lines of {string.Join(", ", Names)} were found; {10 * Names.Length} records are in order, {2 * Names.Length} of them vouched for by the host");

    [Theory]
    [InlineData("host")]
    [InlineData("curl-vm")]
    public Task Rejects_a_line_that_is_not_found(string name) => RejectsSoon(
        Device(line => line.Source == name ? null : line), $"had no line of {name} that was written there");

    [Fact]
    public Task Rejects_a_line_under_another_name() => RejectsSoon(
        Device(line => line.Source == "curl-vm" ? line with { Source = "net-vm" } : line), "had no line of curl-vm that was written there");

    [Fact]
    public Task Rejects_a_chain_that_does_not_hold() => Some.Rejects(
        new LogsAreCollected(),
        Device(verdict: verdict => verdict.Source == "net-vm" ? verdict with { Faults = ["record 3 is missing"] } : verdict),
        "the chain of net-vm does not hold: record 3 is missing");

    [Fact]
    public Task Rejects_a_chain_that_was_not_compared() => Some.Rejects(
        new LogsAreCollected(), Device(verdict: verdict => verdict.Source == "host" ? verdict with { First = 0, Last = 0 } : verdict), "nothing of host was compared");

    [Fact]
    public Task Accepts_a_device_that_collects_no_logs() => Some.Accepts(
        new LogsAreCollected(), new FakeDevice(), "no VM of this device collects logs",
        Repository.Plan with { Vms = [.. Repository.Plan.Vms.Select(vm => vm with { Programs = [] })] });

    private static async Task RejectsSoon(FakeDevice device, string evidence)
    {
        var result = await new LogsAreCollected().CheckAsync(Some.Context(device, TimeSpan.Zero), CancellationToken.None);
        Assert.False(result.Holds);
        Assert.Contains(evidence, result.Evidence);
    }

    private FakeDevice Device(Func<LogLine, LogLine?>? line = null, Func<LogVerdict, LogVerdict>? verdict = null)
    {
        var device = new FakeDevice
        {
            Replies = request => request.Verb switch
            {
                ControlVerb.SearchLogs => new ControlReply(request.Id, Logs: new LogPage(
                    [.. _lines.Where(l => l.Message.Contains(request.Query!.Text!)).Select(l => line is null ? l : line(l)).OfType<LogLine>()],
                    new Dictionary<string, ulong>(), false)),
                ControlVerb.VerifyLogs => new ControlReply(request.Id, Verdicts:
                    [.. Names.Select(name => new LogVerdict(name, 1, 10, 2, [])).Select(v => verdict is null ? v : verdict(v))]),
                _ => null,
            },
        };
        foreach (var name in Names)
        {
            device.Answers(name, "systemd-cat", () =>
            {
                var script = device.Asked[^1];
                _lines.Add(new LogLine(name, 1, default, 6, "ghaf-check", 1, Written().Match(script).Groups[1].Value, ""));
                return "";
            });
        }

        return device;
    }

    [GeneratedRegex("echo '([^']+)'")]
    private static partial Regex Written();
}
