// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.Json;

namespace Ghaf.Cli.Tests.Templates;

public sealed class InitTests : IDisposable
{
    private static readonly TemplateCatalog Catalog = new(new GhafSources(SourceTree.Root), "1.2.3");
    private readonly ScratchFolder _scratch = new();

    public static TheoryData<string> Projects =>
        [.. Catalog.All.Where(template => template.Kind == TemplateKind.Project).Select(template => template.Name)];

    public static TheoryData<string> Devices =>
        [.. Directory.EnumerateFiles(SourceTree.PathOf("devices"), "*.cs").Select(file => Path.GetFileNameWithoutExtension(file))];

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("ghaf-device", "kiosk")]
    [InlineData("ghaf-appvm", "Browser")]
    [InlineData("ghaf-module", "Sound")]
    public void Makes_the_files_of_the_golden_list(string template, string name)
    {
        var list = new StringBuilder();
        foreach (var file in Catalog.Find(template).For(name))
        {
            list.Append($"{file.Path}\n");

            // The others are long or ours word for word.
            if (file.Path.EndsWith(".cs", StringComparison.Ordinal) || file.Path.EndsWith(".csproj", StringComparison.Ordinal))
            {
                list.Append(string.Concat(file.Text.TrimEnd().Split('\n').Select(line => $"    {line}".TrimEnd() + "\n")));
            }
        }

        Golden.Matches($"tests/Cli.Tests/Templates/{template}.txt", list.ToString());
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Every_device_that_ships_has_a_template_that_can_be_named(string device)
    {
        var files = Catalog.Find($"ghaf-{device}").For("some-other-name");
        Assert.Equal(
            [".gitignore", "README.md", "devices/some-other-name.cs", "ghaf.lock", "global.json", "modules/Modules.csproj"],
            files.Select(file => file.Path));
        var definition = files.Single(file => file.Path == "devices/some-other-name.cs");
        Assert.Contains("#:package Ghaf.Modules@1.2.3\n", definition.Text);
        Assert.Contains("Device(\"some-other-name\"", definition.Text);
        Assert.DoesNotContain("Ghaf.Modules.csproj", definition.Text);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_has_the_lock_that_ships(string template) => Assert.Equal(
        File.ReadAllText(SourceTree.PathOf("ghaf.lock")),
        Catalog.Find(template).For("kiosk").Single(file => file.Path == "ghaf.lock").Text);

    [Fact]
    public void No_token_is_left() => Assert.All(
        Catalog.All.SelectMany(t => t.For(t.Kind == TemplateKind.Project ? "kiosk" : "Browser")),
        file => Assert.DoesNotMatch("(?i)the-?name|GHAF_VERSION", file.Path + file.Text));

    [Fact]
    public async Task Refuses_to_overwrite_and_writes_nothing_then()
    {
        _scratch.Write("devices/kiosk.cs", "mine");
        using var run = new SessionFor();
        Assert.Equal(2, await RunAsync(run, "--template", "ghaf-vm", "--name", "kiosk", "--output", _scratch.Path));
        Assert.Contains($"Nothing was written, for {_scratch.Path} has already: devices/kiosk.cs.", run.Error.ToString());
        Assert.Equal("mine", File.ReadAllText(_scratch.File("devices/kiosk.cs")));
        Assert.Equal(["devices"], Directory.GetFileSystemEntries(_scratch.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task An_unknown_template_lists_the_known()
    {
        using var run = new SessionFor();
        Assert.Equal(2, await RunAsync(run, "--template", "ghaf-appvn", "--output", _scratch.Path));
        Assert.Contains("There is no template “ghaf-appvn”.", run.Error.ToString());
        Assert.Contains("Did you mean ghaf-appvm? There are: ghaf-device, ", run.Error.ToString());
        Assert.Empty(Directory.GetFileSystemEntries(_scratch.Path));
    }

    [Theory]
    [InlineData("ghaf-vm", "Kiosk")]
    [InlineData("ghaf-vm", "../kiosk")]
    [InlineData("ghaf-appvm", "browser-vm")]
    public async Task Rejects_a_name_that_nothing_can_have(string template, string name)
    {
        using var run = new SessionFor();
        Assert.Equal(2, await RunAsync(run, "--template", template, "--name", name, "--output", _scratch.Path));
        Assert.Contains($"“{name}” cannot be the name of", run.Error.ToString());
        Assert.Empty(Directory.GetFileSystemEntries(_scratch.Path));
    }

    [Fact]
    public async Task Says_what_to_do_next()
    {
        using var run = new SessionFor();
        Assert.Equal(0, await RunAsync(run, "--template", "ghaf-vm", "--name", "kiosk", "--output", _scratch.File("box")));
        Assert.Contains("  ghaf run kiosk-debug", run.Output.ToString());
        Assert.Equal("box", Path.GetFileName(Checkout.Find(_scratch.File("box/modules")).Root));
    }

    [Fact]
    public async Task Lists_all_templates_for_people_and_programs()
    {
        using var people = new SessionFor();
        Assert.Equal(0, await RunAsync(people, "--list"));
        using var program = new SessionFor();
        Assert.Equal(0, await RunAsync(program, "--list", "--format", "json"));
        var names = JsonDocument.Parse(program.Output.ToString()).RootElement.EnumerateArray().Select(t => t.GetProperty("name").GetString()!);
        Assert.Equal(Catalog.All.Select(template => template.Name), names);
        Assert.All(Catalog.All, template => Assert.Contains($"{template.Name} ", people.Output.ToString()));
    }

    [Fact]
    public async Task Writes_them_for_dotnet_new_with_the_same_files()
    {
        using var run = new SessionFor();
        Assert.Equal(0, await RunAsync(run, "--dotnet-templates", _scratch.File("all")));
        foreach (var template in Catalog.All)
        {
            var folder = _scratch.File($"all/{template.Name}");
            var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file));
            Assert.Equal(
                template.Files.Select(file => file.Path).Append(".template.config/template.json").Order(StringComparer.Ordinal),
                files.Order(StringComparer.Ordinal));
        }

        Golden.Matches(
            "tests/Cli.Tests/Templates/template.json", File.ReadAllText(_scratch.File("all/ghaf-vm/.template.config/template.json")));
    }

    private static Task<int> RunAsync(SessionFor run, params string[] arguments) =>
        CommandLine.RunAsync(["init", .. arguments], run.Session);
}
