// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;
using Ghaf.Exec;
using Ghaf.Images;
using Ghaf.Model;
using Ghaf.Runners.Units;

namespace Ghaf.EndToEnd.Tests;

/// <summary>What systemd itself says of the units of a release: its own analysis, of the version that the host has.</summary>
[Collection(Machine.Name)]
public sealed partial class UnitSecurityTests(BuiltCheckout built) : IDisposable
{
    private const double Most = 2.0;

    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-units-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_unit_of_ours_is_as_little_exposed_as_the_page_of_services_says()
    {
        using var planned = await GhafRun.RunAsync(built.Checkout, ["plan", "vm-release"]);
        planned.ShouldEndWith(0);
        var plan = PlanJson.Read(planned.Output);
        var units = Units(plan).ToDictionary(unit => unit.Name, unit => unit.Text);
        Assert.Contains("ghaf-vmd.service", units.Keys);
        Assert.Contains("dnsmasq.service", units.Keys);
        foreach (var (name, text) in units)
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, name), text);
        }

        var analyse = await PackagesRoot.OpenAsync(
            built, Path.Combine(_folder, "root"), PackageRequests.Host(plan), [], new BindMount(_folder, "/units"));
        var wrong = new List<string>();
        foreach (var name in units.Keys)
        {
            // → Overall exposure level for ghaf-vmd.service: 1.5 OK 🙂
            var result = await analyse.Wrap(
                "/usr/bin/systemd-analyze", "security", "--offline=true", "--no-pager", $"/units/{name}").RunAsync();
            var match = Level().Match(result.Output);
            Assert.True(match.Success, $"{name}: {result.Output}{result.Error}");
            var most = OwnUnits.All.FirstOrDefault(own => own.IsOf(name))?.MostExposure ?? Most;
            if (double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) is var found && found > most)
            {
                wrong.Add($"{name} has {found}, and may have {most}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private IEnumerable<(string Name, string Text)> Units(DevicePlan plan) =>
        from file in HostUnits.For(plan).Concat(plan.Host.Files).Concat(plan.Vms.SelectMany(vm => vm.Files)).DistinctBy(file => file.Path)
        where file.Target is null && file.Path.EndsWith(".service", StringComparison.Ordinal)
        select (Path.GetFileName(file.Path), file.Content ?? File.ReadAllText(Path.Combine(built.Checkout.Folder, "modules/files", file.Source!)));

    [GeneratedRegex(@"Overall exposure level for .*: ([0-9.]+)")]
    private static partial Regex Level();
}
