// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Ghaf.Benchmarks.Setup;
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.Benchmarks.Runs;

/// <summary>The kernels of a target, compiled into the user's own store unless they are there, and from there into the measured one.</summary>
internal static class KernelsReady
{
    /// <param name="target">One without kernels of its own is left as it is.</param>
    public static async Task LinkAsync(Workspace workspace, Store cache, string target, CancellationToken cancellation)
    {
        var kernels = new GhafBuild(workspace.Checkout, cache.Root).Of("kernel", "build", target, "--format", "json");
        var built = await (kernels with { FailureThrows = false }).RunAsync(cancellation);
        if (built.Status == (int)ExitCode.Usage)
        {
            return;
        }

        if (built.Status != 0)
        {
            throw new InvalidOperationException($"The kernels of {target} were not compiled: {built.Error}");
        }

        using var report = JsonDocument.Parse(built.Output);
        foreach (var kernel in report.RootElement.EnumerateArray())
        {
            var step = Path.GetDirectoryName(kernel.GetProperty("image").GetString())!;
            await Folders.LinkAsync(step, Path.Combine(workspace.Store, "steps", Path.GetFileName(step)), cancellation);
        }
    }
}
