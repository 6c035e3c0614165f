// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Tests.Definitions;

public sealed class DevicePlansTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly Dictionary<string, string> _outputs = [];
    private readonly List<string> _told = [];
    private readonly FakeRun _run;
    private readonly DevicePlans _plans;

    public DevicePlansTests()
    {
        var checkout = new Checkout(_scratch.Path);
        Directory.CreateDirectory(checkout.Devices);
        _run = new FakeRun(_outputs);
        var run = new RunDefinition(checkout, _run, TimeProvider.System);
        var cache = new AnswerCache(_scratch.File("plans"), TimeProvider.System);
        _plans = new DevicePlans(checkout, new AskDefinition(checkout, cache, run, _told.Add));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Asks_a_definition_once_for_all_its_targets()
    {
        Define("vm", SealedTargets.Plan("vm-debug"), SealedTargets.Plan("vm-headless-debug"));
        Assert.Equal("vm-debug", (await _plans.LoadAsync("vm-debug", Stop)).Target);
        Assert.Equal(
            PlanJson.Write(SealedTargets.Plan("vm-headless-debug").Result.Plan!), await _plans.TextAsync("vm-headless-debug", Stop));
        Assert.Equal(["vm-debug", "vm-headless-debug"], await _plans.TargetsAsync(Stop));
        Assert.Equal(["vm"], _run.Asked);
        Assert.Equal(["Reading devices/vm.cs …"], _told);
    }

    [Fact]
    public async Task Asks_again_after_an_edit()
    {
        Define("vm", SealedTargets.Plan("vm-debug"));
        await _plans.LoadAsync("vm-debug", Stop);
        _scratch.Write("devices/vm.cs", "edited");
        await _plans.LoadAsync("vm-debug", Stop);
        Assert.Equal(["vm", "vm"], _run.Asked);
    }

    [Fact]
    public async Task Finds_a_target_in_a_file_that_is_called_otherwise()
    {
        Define("laptop", SealedTargets.Plan("x1-debug"));
        Define("x1-gen11", SealedTargets.Plan("x1-gen11-debug"));
        Assert.Equal("x1-debug", (await _plans.LoadAsync("x1-debug", Stop)).Target);
    }

    [Fact]
    public async Task Rejects_a_target_that_no_definition_has_and_says_what_was_meant()
    {
        Define("vm", SealedTargets.Plan("vm-debug"), SealedTargets.Plan("vm-release"));
        _scratch.Write("devices/broken.cs", "");
        var failure = await Assert.ThrowsAsync<TargetUnknownException>(() => _plans.LoadAsync("vm-debgu", Stop));
        Assert.Equal("There is no target “vm-debgu”.", failure.What);
        Assert.Equal("Did you mean vm-debug? `ghaf show` lists all.", failure.Mend);
        failure = await Assert.ThrowsAsync<TargetUnknownException>(() => _plans.LoadAsync("something-else", Stop));
        Assert.Equal("Targets are: vm-debug, vm-release.", failure.Mend);
    }

    [Fact]
    public async Task Rejects_a_target_with_mistakes_and_keeps_them_too()
    {
        Define("vm", SealedTargets.Mistake("vm-debug"));
        for (var time = 0; time < 2; time++)
        {
            var failure = await Assert.ThrowsAsync<DefinitionInvalidException>(() => _plans.TextAsync("vm-debug", Stop));
            Assert.Equal("devices/vm.cs has a mistake:\ndevices/vm.cs:7: GHAF001 net: is wrong (mend it)", failure.What);
        }

        Assert.Equal(["vm"], _run.Asked);
    }

    [Fact]
    public async Task Rejects_a_definition_that_does_not_compile()
    {
        _scratch.Write("devices/vm.cs", "");
        var failure = await Assert.ThrowsAsync<DefinitionBrokenException>(() => _plans.LoadAsync("vm-debug", Stop));
        Assert.Equal("devices/vm.cs cannot be run:\ndevices/vm.cs(1,2): error CS1002: ; expected", failure.What);
    }

    [Theory]
    [InlineData("hello", "devices/vm.cs cannot be run:\nThe definition printed something else than its plans")]
    [InlineData("""[{"name":"../up","result":{"plan":null,"diagnostics":[]}}]""", "devices/vm.cs cannot be run:\nIt calls a target “../up”")]
    public async Task Rejects_a_definition_that_prints_something_else(string output, string said)
    {
        _scratch.Write("devices/vm.cs", "");
        _outputs["vm"] = output;
        var failure = await Assert.ThrowsAsync<DefinitionBrokenException>(() => _plans.LoadAsync("vm-debug", Stop));
        Assert.StartsWith(said, failure.What);
    }

    [Fact]
    public async Task Accepts_a_plan_that_somebody_wrote()
    {
        var file = _scratch.Write("hand.json", PlanJson.Write(Repository.Plan with { Target = "by-hand" }));
        Assert.Equal("by-hand", (await _plans.LoadAsync(file, Stop)).Target);
        Assert.Equal(File.ReadAllText(file), await _plans.TextAsync(file, Stop));
        Assert.Empty(_run.Asked);
    }

    [Fact]
    public async Task Rejects_a_file_that_is_no_plan()
    {
        var wrong = _scratch.Write("wrong.json", "{}");
        var outside = _scratch.Write("outside.json", PlanJson.Write(Repository.Plan with { Target = "../../etc" }));
        foreach (var file in (string[])[wrong, outside, _scratch.File("missing.json")])
        {
            var failure = await Assert.ThrowsAsync<PlanFileException>(() => _plans.LoadAsync(file, Stop));
            Assert.StartsWith($"{file} is not a plan: ", failure.What);
        }
    }

    private void Define(string device, params SealedTarget[] targets)
    {
        _scratch.Write($"devices/{device}.cs", device);
        _outputs[device] = FakeRun.Prints(targets);
    }
}
