// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.RegularExpressions;
using Ghaf.EndToEnd.Tests.Inspection;
using Ghaf.Exec;
using Ghaf.Images;
using Ghaf.Model;
using Capture = Ghaf.EndToEnd.Tests.Inspection.Capture;

namespace Ghaf.EndToEnd.Tests;

/// <summary>Shows traffic to ids-vm's own Suricata, with its own settings and rules, and reads what it makes of it.</summary>
[Collection(Machine.Name)]
public sealed partial class InspectionTests(BuiltCheckout built, ITestOutputHelper output) : IDisposable
{
    private const string Settings = "/etc/ghaf/ids";
    private const int ShutOut = 9100090;
    private const int ShutOutForReplies = 9100091;

    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-inspection-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_rule_of_ours_is_broken_by_what_it_is_for_and_by_nothing_else()
    {
        var suricata = await OpenAsync();
        var wrong = new List<string>();
        foreach (var (rule, action) in Rules())
        {
            if (rule is ShutOut or ShutOutForReplies)
            {
                continue;
            }

            var events = await WatchAsync(suricata, Traffic.Breaking[rule]);
            var alerts = events.Where(e => e.Kind == "alert").Select(e => (e.Rule, e.Action)).Distinct().ToArray();
            var expected = (rule, action == "drop" ? "blocked" : "allowed");
            output.WriteLine($"{rule} {action}: {string.Join(", ", alerts)}");
            if (!alerts.SequenceEqual([expected]) || events.Any(e => e.Kind == "drop") != (action == "drop"))
            {
                wrong.Add($"{rule}, {action}: {string.Join(", ", events)}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task What_is_harmless_passes_and_is_not_told() => Assert.Empty(await WatchAsync(await OpenAsync(), Traffic.Harmless));

    [Fact]
    public async Task A_connection_that_was_there_before_does_not_pass() => Assert.Equal(
        [new Event("drop", 0, "", Traffic.Vm, 80)],
        await WatchAsync(await OpenAsync(), to => to.Segment(Traffic.Vm, 5000, Traffic.Outside, 80, 100, 200, 0x18, "GET /"u8)));

    [Fact]
    public async Task Nothing_of_a_VM_that_is_shut_out_passes_and_nothing_for_it_for_ten_minutes()
    {
        var dropped = 0;
        var events = await WatchAsync(await OpenAsync(), to =>
        {
            var old = to.Open(Traffic.Vm, Traffic.Outside, 443).Send(Messages.ClientHello("a.test"));
            Traffic.Breaking[9100002](to);
            old.Send("more").Receive("more");
            Traffic.Ask(to, "a.test");
            to.Knock(Traffic.Vm, Traffic.Outside, 8080);
            to.TimeToLive = 0;
            Traffic.Ask(to, "b.test");
            to.TimeToLive = 64;

            // Two of the request itself, four of the connection that was open, three others.
            dropped = 2 + 4 + 3;
            Traffic.Web(to, Traffic.OtherVm).Send(Messages.Get("/")).Receive(Messages.Page("x")).Close();
            to.Now += TimeSpan.FromSeconds(595);
            to.Knock(Traffic.Vm, Traffic.Outside, 8081);
            dropped++;
            to.Now += TimeSpan.FromSeconds(10);
            Traffic.Web(to).Send(Messages.Get("/")).Receive(Messages.Page("x")).Close();
        });
        Assert.Equal(dropped, events.Count(e => e.Kind == "drop"));
        Assert.All(events, e => Assert.NotEqual(Traffic.OtherVm, e.Source));

        // Told once a minute, while it tries.
        Assert.Equal([9100002, ShutOut, ShutOut], events.Where(e => e.Kind == "alert").Select(e => e.Rule));
    }

    [Fact]
    public async Task A_rule_that_cannot_be_read_is_the_end_of_the_start()
    {
        var suricata = await OpenAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "settings", "rules", "owner.rules"), "alert tcp any any -> any any (msg:\"x\"; nonsense; sid:9110000;)\n");
        var failure = await Assert.ThrowsAsync<ToolFailedException>(() => WatchAsync(suricata, Traffic.Harmless));
        Assert.Contains("nonsense", failure.ErrorEnd);
    }

    private IEnumerable<(int Rule, string Action)> Rules() =>
        from file in Directory.GetFiles(Path.Combine(_folder, "settings", "rules"))
        from rule in Rule().Matches(File.ReadAllText(file))
        select (int.Parse(rule.Groups[2].Value), rule.Groups[1].Value);

    private async Task<Sandbox> OpenAsync()
    {
        using var planned = await GhafRun.RunAsync(built.Checkout, ["plan", "vm-debug"]);
        planned.ShouldEndWith(0);
        var plan = PlanJson.Read(planned.Output);
        var vm = plan.Vms.Single(vm => vm.Name.Value == "ids-vm");
        var settings = Path.Combine(_folder, "settings");
        foreach (var file in vm.Files.Where(file => file.Path.StartsWith(Settings + '/', StringComparison.Ordinal)))
        {
            var copy = settings + file.Path[Settings.Length..];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            await File.WriteAllTextAsync(
                copy, file.Content ?? await File.ReadAllTextAsync(Path.Combine(built.Checkout.Folder, "modules/files", file.Source!)));
        }

        var work = Directory.CreateDirectory(Path.Combine(_folder, "work")).FullName;
        var root = await PackagesRoot.OpenAsync(
            built, Path.Combine(_folder, "root"), PackageRequests.Vm(plan, vm), ["etc/suricata"], new BindMount(settings, Settings));
        return root with { Bind = [new BindMount(work, "/work")] };
    }

    // One thread, as in the VM; and told what it drops, too.
    private async Task<IReadOnlyList<Event>> WatchAsync(Sandbox suricata, Action<Capture> traffic)
    {
        var capture = new Capture();
        traffic(capture);
        var work = Path.Combine(_folder, "work");
        await File.WriteAllBytesAsync(Path.Combine(work, "traffic.pcap"), capture.ToArray());
        var told = Path.Combine(work, "eve.json");
        File.Delete(told);
        await suricata.Wrap(
            "/usr/bin/suricata", "-c", $"{Settings}/suricata.yaml", "--init-errors-fatal", "--runmode", "single", "--simulate-ips",
            "-r", "/work/traffic.pcap", "-l", "/work", "--set", "outputs.0.eve-log.filetype=regular",
            "--set", "outputs.0.eve-log.filename=/work/eve.json", "--set", "outputs.0.eve-log.types.1=drop",
            "--set", "outputs.0.eve-log.types.1.drop.flows=all").RunAsync();
        return [.. (await File.ReadAllLinesAsync(told)).Select(Event.Read)];
    }

    [GeneratedRegex(@"^(alert|drop) (?:.*\\\n)*.*sid:(\d+);", RegexOptions.Multiline)]
    private static partial Regex Rule();

    private sealed record Event(string Kind, int Rule, string Action, string Source, int Port)
    {
        public static Event Read(string line)
        {
            using var json = JsonDocument.Parse(line);
            var all = json.RootElement;
            var kind = all.GetProperty("event_type").GetString()!;
            var alert = kind == "alert" ? all.GetProperty("alert") : default;
            return new Event(
                kind,
                kind == "alert" ? alert.GetProperty("signature_id").GetInt32() : 0,
                kind == "alert" ? alert.GetProperty("action").GetString()! : "",
                all.GetProperty("src_ip").GetString()!,
                all.GetProperty("dest_port").GetInt32());
        }
    }
}
