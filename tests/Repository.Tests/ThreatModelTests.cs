// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Repository.Tests;

public partial class ThreatModelTests
{
    [Fact]
    public void Every_test_and_statement_that_the_threat_model_names_exists()
    {
        var known = Directory.EnumerateFiles(SourceTree.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(SourceTree.PathOf("src/Cli/Checking"), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet();
        var rows = File.ReadLines(SourceTree.PathOf("docs/threat-model.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Attack", StringComparison.Ordinal)).ToList();
        Assert.True(rows.Count > 10);
        foreach (var row in rows)
        {
            var named = Name().Matches(row.Split('|')[4]).Select(match => match.Groups[1].Value).ToList();
            Assert.True(named.Count > 0, $"Nothing shows this: {row}");
            Assert.All(named, name => Assert.Contains(name, known));
        }
    }

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Name();
}
