// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Cli.Checking;
using Ghaf.Model;
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Checking;

public class ApplicationStatementTests
{
    private const string Log = "journalctl --no-pager -o cat -u ghaf-app-fetch.service";

    private readonly List<string> _started = [];

    [Fact]
    public async Task Accepts_an_application_that_takes_an_address_and_nothing_else()
    {
        await Some.Accepts(
            new ApplicationsTakeTypedArguments(),
            Device(),
            "curl-vm started fetch with http://web.outside.test/, which got the page, and refused other addresses");
        Assert.Equal(
            [
                "StartApplication curl-vm fetch url=file:///etc/shadow", "StartApplication curl-vm fetch url=--config=/etc/shadow",
                "StartApplication curl-vm fetch url=http://web.outside.test/",
            ],
            _started);
    }

    [Theory]
    [InlineData("file:///etc/shadow")]
    [InlineData("--config=/etc/shadow")]
    public Task Rejects_an_application_that_takes_something_else(string taken)
    {
        var device = Device();
        device.Replies = request => Reply(request, value => value == taken || value.StartsWith("http:"));
        return Some.Rejects(new ApplicationsTakeTypedArguments(), device, $"curl-vm started fetch with {taken}");
    }

    [Fact]
    public async Task Rejects_an_application_that_does_not_get_the_page()
    {
        var device = Device().Answers("curl-vm", Log, "curl: (6) Could not resolve host\n");
        var context = Some.Context(device) with { Time = new HurriedTime() };
        var result = await new ApplicationsTakeTypedArguments().CheckAsync(context, CancellationToken.None);
        Assert.False(result.Holds);
        Assert.Equal("fetch of curl-vm did not log the page within 60 s: curl: (6) Could not resolve host", result.Evidence);

        // The clock moves by ten seconds a look.
        Assert.InRange(device.Asked.Count(asked => asked.Contains(Log)), 2, 8);
    }

    [Fact]
    public async Task Waits_for_the_page()
    {
        var looks = 0;
        var device = Device().Answers("curl-vm", Log, () => ++looks < 3 ? "Started.\n" : $"{Some.Token}\n");
        var context = Some.Context(device) with { Time = new HurriedTime() };
        var result = await new ApplicationsTakeTypedArguments().CheckAsync(context, CancellationToken.None);
        Assert.True(result.Holds, result.Evidence);
        Assert.Equal(3, looks);
    }

    [Fact]
    public async Task An_agent_that_refuses_everything_is_told_with_its_reason()
    {
        var device = Device();
        device.Replies = request => Reply(request, _ => false);
        var found = Assert.Single(await RunStatements.RunAsync(
            [new Once(new ApplicationsTakeTypedArguments())], Some.Context(device), _ => { }, CancellationToken.None));
        Assert.False(found.Holds);
        Assert.Equal("The agent of curl-vm refused: http://web.outside.test/", found.Evidence);
    }

    [Fact]
    public async Task Accepts_a_device_without_such_an_application()
    {
        var without = Repository.Plan with { Vms = [.. Repository.Plan.Vms.Select(vm => vm with { Applications = Other(vm.Applications) })] };
        var device = Device();
        await Some.Accepts(new ApplicationsTakeTypedArguments(), device, "no VM of this device has an application", without);
        Assert.Empty(device.Asked);
    }

    // The same with an argument of another kind.
    private static ImmutableArray<Application> Other(ImmutableArray<Application> applications) =>
        [.. applications.Select(a => a with { Arguments = [new ApplicationArgument("url", ArgumentKind.Text)] })];

    private FakeDevice Device()
    {
        var device = new FakeDevice().Answers("curl-vm", Log, $"{Some.Token}\n");
        device.Replies = request => Reply(request, value => value.StartsWith("http:"));
        return device;
    }

    private ControlReply Reply(ControlRequest request, Func<string, bool> takes)
    {
        _started.Add(string.Join(' ', [$"{request.Verb}", request.Name, .. request.Arguments!]));
        var value = request.Arguments![1].Split('=', 2)[1];
        return takes(value)
            ? new ControlReply(request.Id, Applications: [])
            : throw new RefusedException($"The agent of {request.Name} refused: {value}", "Mend.");
    }

    // Without patience.
    private sealed class Once(IStatement statement) : IStatement
    {
        public string Text => statement.Text;

        public Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation) => statement.CheckAsync(context, cancellation);
    }
}
