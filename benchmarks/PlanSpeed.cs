// SPDX-License-Identifier: Apache-2.0
using Ghaf.Benchmarks.Measuring;
using Ghaf.Benchmarks.Reporting;
using Ghaf.Benchmarks.Runs;
using Ghaf.Benchmarks.Setup;
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.Benchmarks;

/// <summary>What somebody waits who edits a definition and asks for its plan, with the native ghaf.</summary>
internal sealed class PlanSpeed(Workspace workspace, Store cache, BenchmarkOptions options)
{
    // Runs of milliseconds cost nothing.
    private const int QuickRuns = 15;
    private const double MostUnchanged = 0.1;
    private const double MostEdited = 5;
    private const long MostMemory = 64L << 20;

    // The largest device there is: seven VMs.
    private const string Target = "lenovo-x1-carbon-gen11-debug";
    private static readonly string Definition = Path.Combine("devices", "lenovo-x1-carbon-gen11.cs");

    public async Task<PlanResult> RunAsync(CancellationToken cancellation)
    {
        await CopyCheckout.RunAsync(workspace, cancellation);
        File.Copy(Path.Combine(workspace.Checkout, Definition), Path.Combine(workspace.Copy, Definition));
        await new GhafBuild(workspace.Copy, cache.Root).Of("native").RunAsync(cancellation);
        await Folders.EmptyAsync(workspace.OtherStore, cancellation);
        var ghaf = new GhafBuild(workspace.Copy, workspace.OtherStore);
        var plan = ghaf.Of("plan", Target);
        await plan.RunAsync(cancellation);
        var run = Command.Of("dotnet", "run", "--file", Definition, "--", "seal") with { WorkingDirectory = workspace.Copy };

        var managed = await ManagedAsync(plan, cancellation);
        var unchanged = new PlanMeasure(
            "definition unchanged", MostUnchanged, MostMemory,
            await QuickAsync("`ghaf plan`", plan, cancellation),
            [
                await QuickAsync("the same, managed", managed, cancellation),
                await QuickAsync("`git status`", Command.Of("git", "-C", workspace.Checkout, "status"), cancellation),
                await QuickAsync("`dotnet --version`", Command.Of("dotnet", "--version"), cancellation),
                await MeasuredMemory.RunAsync("`dotnet run` of it", run, options.Runs, _ => { }, cancellation),
            ]);
        return new PlanResult(
        [
            unchanged,
            new PlanMeasure(
                "definition edited", MostEdited, null,
                await EditedAsync("`ghaf plan`", plan, cancellation),
                [await EditedAsync("`dotnet run` of it", run, cancellation)]),
        ]);
    }

    // The program that is there without `ghaf native`.
    private async Task<Command> ManagedAsync(Command plan, CancellationToken cancellation)
    {
        var project = Path.Combine(workspace.Copy, "src", "Cli");
        await Command.Of("dotnet", "build", project, "--configuration", "Release", "-p:UseSharedCompilation=false").RunAsync(cancellation);
        var program = Path.Combine(workspace.Copy, "artifacts", "bin", "Ghaf.Cli", "release", "ghaf.dll");
        return plan with
        {
            Program = "dotnet",
            Arguments = [program, .. plan.Arguments],
            Environment = plan.Environment!.SetItem("GHAF_CHECKOUT", workspace.Copy),
        };
    }

    private static Task<Footprints> QuickAsync(string name, Command command, CancellationToken cancellation) =>
        MeasuredMemory.RunAsync(name, command, QuickRuns, _ => { }, cancellation);

    // Another text each time, so that no earlier answer fits.
    private Task<Footprints> EditedAsync(string name, Command command, CancellationToken cancellation) =>
        MeasuredMemory.RunAsync(
            name + " after an edit", command, options.Runs,
            run => File.AppendAllText(Path.Combine(workspace.Copy, Definition), $"// {name} {run}\n"),
            cancellation);
}
