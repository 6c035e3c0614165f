// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Ghaf.EndToEnd.Tests;

/// <summary>Ghaf as a library: projects elsewhere, of nothing but packages.</summary>
[Collection(Machine.Name)]
public class LibraryTests(LocalFeed feed, BuiltCheckout built) : IClassFixture<LocalFeed>
{
    [Fact]
    public async Task Packages_packed_in_another_folder_are_the_same_bytes()
    {
        var again = Directory.CreateTempSubdirectory("ghaf-again-").FullName;
        await feed.PackAsync(again);
        string[] names = [.. Directory.EnumerateFiles(again, "*.nupkg").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.Equal(["Ghaf", "Ghaf.Model", "Ghaf.Modules", "Ghaf.Templates"], names.Select(n => n.Replace($".{LocalFeed.Version}.nupkg", "")));
        Assert.All(names, name => Assert.True(
            File.ReadAllBytes(Path.Combine(again, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(feed.Feed, name))),
            $"{name} differs."));
        Directory.Delete(again, recursive: true);
    }

    [Fact]
    public async Task Both_ways_to_use_a_template_make_the_same_files_and_every_project_seals()
    {
        foreach (var template in await TemplatesAsync())
        {
            var item = template is "ghaf-appvm" or "ghaf-module";
            var name = item ? "Browser" : "kiosk-7";
            var (one, other) = (Folder($"{template}-new"), Folder($"{template}-init"));
            await feed.OkAsync(feed.Work, "dotnet", "new", template, "--name", name, "--output", one);
            await feed.OkAsync(feed.Work, feed.Ghaf, "init", "--template", template, "--name", name, "--output", other);
            Assert.Equal(Contents(one), Contents(other));
            if (!item)
            {
                Assert.Contains("kiosk-7-release", await feed.OkAsync(one, feed.Ghaf, "show"));
                var plan = JsonDocument.Parse(await feed.OkAsync(one, feed.Ghaf, "plan", "kiosk-7-debug")).RootElement;
                Assert.Equal("kiosk-7", plan.GetProperty("device").GetString());
            }
        }
    }

    [Fact]
    public async Task A_project_takes_modules_from_the_other_templates()
    {
        var project = Folder("modular");
        await feed.OkAsync(feed.Work, feed.Ghaf, "init", "--template", "ghaf-device", "--name", "modular", "--output", project);
        await feed.OkAsync(project, feed.Ghaf, "init", "--template", "ghaf-appvm", "--name", "Browser");
        await feed.OkAsync(project, "dotnet", "new", "ghaf-module", "--name", "Sound");
        var definition = Path.Combine(project, "devices/modular.cs");
        await File.WriteAllTextAsync(definition, (await File.ReadAllTextAsync(definition))
            .Replace("using Modules;", "using Modules;\nusing Modules.AppVms;\nusing Modules.Features;")
            .Replace("    AppVm.Named(", "    Browser.Default(),\n    AppVm.Named(")
            .Replace("[Greeting.Feature]", "[Greeting.Feature, Sound.Feature]"));
        var plan = await feed.OkAsync(project, feed.Ghaf, "plan", "modular-debug");
        Assert.Contains("browser-vm", plan);
        Assert.Contains("/etc/ghaf/sound.conf", plan);
        Assert.Contains("\"modules/Greeting.cs", plan);
    }

    [Fact]
    public async Task Somebody_elses_package_adds_a_VM_and_a_feature_with_files_of_its_own()
    {
        var project = Folder("sensor-gateway");
        Copy(SourceTree.PathOf("examples/sensor-gateway"), project);
        await feed.OkAsync(project, "dotnet", "pack", "Acme.Sensors", "--output", feed.Feed);
        Directory.Delete(Path.Combine(project, "Acme.Sensors"), recursive: true);
        UseBuiltLock(project);
        var plan = await feed.OkAsync(project, feed.Ghaf, "plan", "sensor-gateway-debug");
        Assert.Contains("sensor-vm", plan);
        Assert.Contains("acme-sensors/collector.conf", plan);
        using var build = feed.Start(project, "build", "sensor-gateway-debug");
        await build.EndAsync();
        build.ShouldEndWith(0);
    }

    [Fact]
    public async Task A_device_of_a_project_elsewhere_boots()
    {
        var project = Folder("elsewhere");
        await feed.OkAsync(feed.Work, feed.Ghaf, "init", "--template", "ghaf-device", "--name", "elsewhere", "--output", project);
        UseBuiltLock(project);
        using var run = await GhafRun.BootAsync(() => feed.Start(project, "run", "elsewhere-debug", "--check", "--format", "json"));
        run.ShouldEndWith(0);
        Assert.True(JsonDocument.Parse(run.Output).RootElement.GetProperty("statements").GetArrayLength() >= 15);
    }

    private string Folder(string name) => Path.Combine(feed.Work, name);

    // The same packages as the shared store has.
    private void UseBuiltLock(string project) =>
        File.Copy(Path.Combine(built.Checkout.Folder, "ghaf.lock"), Path.Combine(project, "ghaf.lock"), overwrite: true);

    private async Task<IEnumerable<string>> TemplatesAsync() =>
        JsonDocument.Parse(await feed.OkAsync(feed.Work, feed.Ghaf, "init", "--list", "--format", "json")).RootElement
            .EnumerateArray().Select(template => template.GetProperty("name").GetString()!);

    private static string[] Contents(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(folder, file)}\n{File.ReadAllText(file)}"),
    ];

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
