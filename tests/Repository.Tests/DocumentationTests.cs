// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Repository.Tests;

public partial class DocumentationTests
{
    public static TheoryData<string> Pages => [.. Checkout.Files.Where(f => f.EndsWith(".md"))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(SourceTree.PathOf(page))!;
        var local = Link().Matches(Checkout.Read(page)).Select(m => m.Groups[1].Value)
            .Where(l => !l.Contains("://") && !l.StartsWith('#'));
        Assert.All(local, link => Assert.True(Path.Exists(Path.Combine(folder, link.Split('#')[0])), $"{page} links to {link}."));
    }

    [Fact]
    public void The_definition_in_the_README_is_the_one_that_ships()
    {
        var snippet = Snippet("csharp").Replace("\r", "");
        Assert.Contains(snippet, Checkout.Read("devices/vm.cs"));
    }

    [Fact]
    public void The_commands_in_the_README_are_those_that_continuous_integration_runs()
    {
        Assert.Equal("./ghaf run vm-debug\n", Snippet("sh"));
        Assert.Contains("[\"run\", \"vm-debug\"]", Checkout.Read("tests/EndToEnd.Tests/BootTests.cs"));
        Assert.Contains("```sh\ntests/run\n```", Checkout.Read("README.md"));
        Assert.Contains("exec tests/run", Checkout.Read(".ci/run"));
    }

    // The first one of that language.
    private static string Snippet(string language)
    {
        var text = Checkout.Read("README.md");
        var start = text.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    [Fact]
    public void Every_decision_is_in_the_index() => Assert.All(
        Checkout.Files.Where(f => f.StartsWith("docs/adr/0")),
        file => Assert.Contains($"({Path.GetFileName(file)})", Checkout.Read("docs/adr/README.md")));

    [GeneratedRegex("\\]\\(([^)\\s]+)\\)")]
    private static partial Regex Link();
}
