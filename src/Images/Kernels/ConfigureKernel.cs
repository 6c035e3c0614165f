// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>A kernel's fragments to its whole configuration, <c>config</c>, and the names of all options that it has, <c>known</c>.</summary>
internal static class ConfigureKernel
{
    private const int Revision = 1;

    /// <exception cref="OptionsIgnoredException">It is not what the fragments say.</exception>
    public static async Task<StepResult> RunAsync(
        BuildContext context, KernelRecipe recipe, IReadOnlyCollection<KernelFragment> fragments, CancellationToken cancellation)
    {
        var wanted = KernelFragment.Combine(fragments);
        var result = await context.StepAsync(
            Key(context, recipe).With("wanted", wanted.Select(option => option.Text)),
            $"config-{recipe.System}",
            $"Configure the kernel of the {recipe.System}",
            async (folder, token) =>
            {
                await File.WriteAllLinesAsync(Path.Combine(folder, "wanted"), wanted.Select(option => option.Text), token);
                var sandbox = await SandboxAsync(context, recipe, folder, token);
                await Script(sandbox, "configure-kernel.sh").RunAsync(token);
                context.Discard.Add(Path.Combine(folder, "work"));
            },
            cancellation);

        // Not within the step: a line that has no effect is told each time, with its place of today.
        var config = KernelConfig.Parse(await File.ReadAllTextAsync(result.PathOf("config"), cancellation));
        var ignored = config.Ignored(wanted);
        return ignored.IsEmpty ? result : throw new OptionsIgnoredException(recipe.System, ignored, config);
    }

    /// <summary>A kernel is made of its source and its compiler alone: not of the other tools, nor of the lock's time.</summary>
    private static StepKeyBuilder Key(BuildContext context, KernelRecipe recipe) =>
        StepKey.For("ConfigureKernel", Revision)
            .With("compiler", context.Lock.GetPackages(PackageRequests.KernelCompiler(recipe.Package)).Select(package => package.Sha256))
            .With("environment", EmbeddedScript.Read("kernel-environment.sh"))
            .With("script", EmbeddedScript.Read("configure-kernel.sh"))
            .With("architecture", recipe.Architecture);

    internal static async Task<Sandbox> SandboxAsync(
        BuildContext context, KernelRecipe recipe, string folder, CancellationToken cancellation)
    {
        var compiler = await context.ToolsAsync(PackageRequests.KernelCompiler(recipe.Package), cancellation);
        var sandbox = new Sandbox { ToolchainRoot = compiler }.With(folder, "/kernel");
        return sandbox with
        {
            Environment = sandbox.Environment
                .Add("SOURCE", recipe.Package).Add("MACHINE", KernelMachine.Of(recipe.Architecture).Name),
        };
    }

    internal static Command Script(Sandbox sandbox, string name) => sandbox.Wrap(
        "/bin/sh", "-ec", EmbeddedScript.Read("kernel-environment.sh") + EmbeddedScript.Read(name));
}
