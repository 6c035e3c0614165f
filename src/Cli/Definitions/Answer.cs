// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>What a definition answered, as it lies in a folder: a target is read without reading the others.</summary>
/// <remarks>
/// <code>
/// targets               the names, a line each, in the definition's order
/// vm-debug.json         the plan of a target
/// vm-release.mistakes   or the diagnostics of one that has mistakes
/// </code>
/// </remarks>
internal sealed class Answer(string folder)
{
    public ImmutableArray<string> Targets { get; } =
        [.. File.ReadAllText(Path.Combine(folder, "targets")).Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The canonical text of the target's plan; null if it has mistakes.</summary>
    /// <param name="target">One of <see cref="Targets"/>.</param>
    public string? PlanOf(string target) => PlanFile(folder, target) is var file && File.Exists(file) ? File.ReadAllText(file) : null;

    /// <summary>Not empty if there is no plan.</summary>
    /// <param name="target">One of <see cref="Targets"/>.</param>
    public ImmutableArray<Diagnostic> MistakesOf(string target) =>
        MistakesFile(folder, target) is var file && File.Exists(file) ? SealResult.FromJson(File.ReadAllText(file)).Diagnostics : [];

    public static void Write(string folder, ImmutableArray<SealedTarget> targets)
    {
        foreach (var (name, result) in targets)
        {
            if (result.Plan is { } plan)
            {
                File.WriteAllText(PlanFile(folder, name), PlanJson.Write(plan));
            }
            else
            {
                File.WriteAllText(MistakesFile(folder, name), result.ToJson());
            }
        }

        File.WriteAllLines(Path.Combine(folder, "targets"), targets.Select(target => target.Name));
    }

    private static string PlanFile(string folder, string target) => Path.Combine(folder, target + ".json");

    private static string MistakesFile(string folder, string target) => Path.Combine(folder, target + ".mistakes");
}
