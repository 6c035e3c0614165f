// SPDX-License-Identifier: Apache-2.0
using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ghaf.Benchmarks.Measuring;
using Ghaf.Exec;

namespace Ghaf.Benchmarks.Runs;

/// <summary>The command <c>ghaf build</c> of a checkout, with a store of its own.</summary>
internal sealed partial class GhafBuild(string checkout, string store)
{
    /// <param name="target">For example <c>vm-debug</c>.</param>
    public async Task<BuildRun> RunAsync(string target, CancellationToken cancellation)
    {
        var command = Of("build", target, "--format", "json");
        var (timing, result) = await Measured.RunAsync(command, cancellation);
        using var report = JsonDocument.Parse(result.Output);
        var steps = Step().Matches(result.Error)
            .Select(step => new StepTime(step.Groups["title"].Value, Seconds(step)))
            .OrderByDescending(step => step.Seconds)
            .ToList();
        return new BuildRun(timing, report.RootElement.GetProperty("disk").GetString()!, steps);
    }

    public Command Of(params ReadOnlySpan<string> arguments) => new(Path.Combine(checkout, "ghaf"), [.. arguments])
    {
        Environment = Inherited().SetItem("GHAF_STORE", store),
    };

    // ✓ Compose host of 120 packages (25 s)
    // ✓ Compile the host daemon (1 min 4 s)
    private static double Seconds(Match step) =>
        Number(step.Groups["minutes"].Value) * 60 + Number(step.Groups["seconds"].Value);

    private static double Number(string text) => text.Length == 0 ? 0 : double.Parse(text, CultureInfo.InvariantCulture);

    private static ImmutableSortedDictionary<string, string> Inherited() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToImmutableSortedDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal);

    [GeneratedRegex(@"^✓ (?<title>.*) \((?:(?<minutes>\d+) min )?(?<seconds>[\d.]+) s\)\r?$", RegexOptions.Multiline)]
    private static partial Regex Step();
}
