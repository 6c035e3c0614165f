// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.EndToEnd.Tests;

/// <summary>Does what a guide says: its files are written, its commands executed, its outputs compared.</summary>
[Collection(Machine.Name)]
public partial class GuideTests(BuiltCheckout built)
{
    private const string Guide = "docs/guides/first-device.md";

    [Fact]
    public async Task Every_command_of_the_first_device_does_what_the_guide_says()
    {
        built.Checkout.Write("devices/first.cs", Blocks().Single(block => block.Language == "csharp").Text);
        try
        {
            var said = "";
            foreach (var (language, text) in Blocks())
            {
                said = language switch
                {
                    "sh" => await RunAsync(text),
                    "text" => ShouldContain(said, text),
                    _ => said,
                };
            }
        }
        finally
        {
            File.Delete(Path.Combine(built.Checkout.Folder, "devices/first.cs"));
        }
    }

    // Each line is a call of ./ghaf, in the root of the checkout.
    private async Task<string> RunAsync(string commands)
    {
        var said = "";
        foreach (var command in commands.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.StartsWith("./ghaf ", command);
            var words = command.Split(' ')[1..];
            using var run = await GhafRun.BootAsync(
                () => GhafRun.Start(built.Checkout, words, before: ["env", "-C", built.Checkout.Folder]));
            Assert.True(await run.EndAsync() == 0, $"`{command}` failed:\n{run.Error}\n{run.Output}");
            said += run.Output;
        }

        return said;
    }

    private static string ShouldContain(string said, string expected)
    {
        Assert.All(expected.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(line, said));
        return said;
    }

    private static IEnumerable<(string Language, string Text)> Blocks() =>
        Block().Matches(File.ReadAllText(SourceTree.PathOf(Guide))).Select(m => (m.Groups[1].Value, m.Groups[2].Value));

    [GeneratedRegex("^```([a-z]+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
