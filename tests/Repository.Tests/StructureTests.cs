// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Repository.Tests;

public partial class StructureTests
{
    // The whole of who may know whom. A project that is not here may not be referenced by anybody.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Model"] = [],
        ["Modules"] = ["Model"],
        ["Exec"] = [],
        ["Protocol"] = [],
        ["Rpc"] = [],
        ["Journal"] = ["Rpc"],
        ["Guest"] = ["Journal", "Rpc"],
        ["Admin"] = ["Journal", "Rpc"],
        ["Runners"] = ["Model"],
        ["Images"] = ["Model", "Exec", "Runners"],
        ["SupplyChain"] = ["Model", "Exec", "Images"],
        ["Host"] = ["Journal", "Model", "Protocol", "Rpc", "Runners"],
        ["Cli"] = ["Model", "Exec", "Runners", "Images", "SupplyChain", "Protocol"],
        ["Templates"] = ["Cli"],
        ["Benchmarks"] = ["Model", "Exec", "Runners", "Images", "Protocol"],
    };

    // Not the projects in templates and examples: those are other people's.
    private static IEnumerable<string> Ours =>
        Checkout.Files.Where(f => f.EndsWith(".csproj") && Path.GetFileName(f).StartsWith("Ghaf.") && !f.StartsWith("examples/"));

    public static TheoryData<string> Projects => [.. Ours.Where(f => !f.StartsWith("tests/"))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_go_one_way(string project)
    {
        var name = NameOf(project);
        Assert.True(Allowed.ContainsKey(name), $"{name} has no line in the table of references.");
        var referenced = Reference().Matches(Checkout.Read(project)).Select(m => NameOf(m.Groups[1].Value));
        Assert.All(referenced, other => Assert.Contains(other, Allowed[name]));
    }

    [Fact]
    public void Every_project_is_in_the_solution() => Assert.All(
        Ours, p => Assert.Contains($"\"{p}\"", Checkout.Read("Ghaf.slnx")));

    [Fact]
    public void Only_Exec_and_the_daemons_start_processes() => Assert.DoesNotContain(
        Checkout.Files.Where(f => f.EndsWith(".cs") && (f.StartsWith("src/") || f.StartsWith("modules/"))
            && !f.StartsWith("src/Exec/") && !f.StartsWith("src/Host/") && !f.StartsWith("src/Guest/Processes/")
            && !f.StartsWith("src/Journal/Reading/")),
        file => StartsProcess().IsMatch(Checkout.Read(file)));

    [Fact]
    public void Only_SupplyChain_and_identities_touch_private_keys() => Assert.DoesNotContain(
        Checkout.Files.Where(f => f.EndsWith(".cs") && (f.StartsWith("src/") || f.StartsWith("modules/"))
            && !f.StartsWith("src/SupplyChain/") && !f.StartsWith("src/Rpc/Identity/")),
        file => TouchesPrivateKeys().IsMatch(Checkout.Read(file)));

    [Fact]
    public void Hardware_is_data_only() => Assert.All(
        Checkout.Files.Where(f => f.StartsWith("modules/Hardware/")),
        file => Assert.DoesNotMatch(Decision(), Checkout.Read(file)));

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path)["Ghaf.".Length..];

    [GeneratedRegex("ProjectReference Include=\"([^\"]+)\"")]
    private static partial Regex Reference();

    [GeneratedRegex("Process\\.Start|new ProcessStartInfo|new Process\\b")]
    private static partial Regex StartsProcess();

    [GeneratedRegex("PrivateKey|private-key|PRIVATE KEY|\\.key\\b\"|(RSA|ECDsa)\\.Create|CreateFromPemFile|ImportFromPem|ExportPkcs8")]
    private static partial Regex TouchesPrivateKeys();

    [GeneratedRegex("\\b(if|switch|for|foreach|while|return)\\b *[({;]|=> *[a-z]+ *switch")]
    private static partial Regex Decision();
}
