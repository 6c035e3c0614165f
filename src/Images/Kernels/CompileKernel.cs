// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Text.RegularExpressions;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>
/// A configuration to a kernel, with all processors: <c>vmlinuz</c>, its <c>release</c>, the <c>config</c> and what is built in.
/// </summary>
internal static partial class CompileKernel
{
    private const int Revision = 1;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <param name="configured">The result of <see cref="ConfigureKernel"/>.</param>
    public static Task<StepResult> RunAsync(
        BuildContext context, KernelRecipe recipe, StepResult configured, CancellationToken cancellation)
    {
        var config = File.ReadAllText(configured.PathOf("config"));
        var key = StepKey.For(nameof(CompileKernel), Revision)
            .With("configured", configured.Key)
            .With("config", Sha256.Of(config))
            .With("environment", EmbeddedScript.Read("kernel-environment.sh"))
            .With("script", EmbeddedScript.Read("compile-kernel.sh"));
        var title = $"Compile the kernel of the {recipe.System}";
        return context.StepAsync(
            key,
            $"kernel-{recipe.System}",
            title,
            async (folder, token) =>
            {
                await File.WriteAllTextAsync(Path.Combine(folder, "config"), config, token);
                var sandbox = await ConfigureKernel.SandboxAsync(context, recipe, folder, token);
                sandbox = sandbox with
                {
                    Environment = sandbox.Environment
                        .Add("SEED", key.Build().Digest.Hex)
                        .Add("JOBS", $"{Environment.ProcessorCount}")
                        .Add("IMAGE", KernelMachine.Of(recipe.Architecture).Image),
                };
                await (ConfigureKernel.Script(sandbox, "compile-kernel.sh") with
                {
                    ReadOutput = (output, stop) => TellAsync(context.Progress, title, output, stop),
                }).RunAsync(token);
                context.Discard.Add(Path.Combine(folder, "work"));
            },
            cancellation);
    }

    // Sample: "  CC      kernel/fork.o". It takes minutes, and must not look as if it stood still.
    private static async Task TellAsync(IBuildProgress progress, string title, Stream output, CancellationToken cancellation)
    {
        using var reader = new StreamReader(output);
        var last = Stopwatch.GetTimestamp();
        var files = 0;
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            if (Compiled().Match(line) is { Success: true } match)
            {
                files++;
                if (Stopwatch.GetElapsedTime(last) >= Pause)
                {
                    last = Stopwatch.GetTimestamp();
                    progress.Note($"{title}: {files} files, now {match.Groups[1].Value}");
                }
            }
        }
    }

    [GeneratedRegex(@"^  (?:CC|AS|LD|AR)\s+(\S+)$")]
    private static partial Regex Compiled();
}
