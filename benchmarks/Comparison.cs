// SPDX-License-Identifier: Apache-2.0
using Ghaf.Benchmarks.Measuring;
using Ghaf.Benchmarks.Mkosi;
using Ghaf.Benchmarks.Reporting;
using Ghaf.Benchmarks.Runs;
using Ghaf.Benchmarks.Setup;
using Ghaf.Images;

namespace Ghaf.Benchmarks;

/// <summary>One bootable disk of the same packages, by Ghaf and by mkosi, in turns on one machine.</summary>
internal sealed class Comparison(Workspace workspace, Store cache, BenchmarkOptions options)
{
    private readonly GhafBuild _ghaf = new(workspace.Copy, workspace.Store);
    private readonly List<Timing> _full = [];
    private readonly List<Timing> _file = [];
    private readonly List<Timing> _text = [];
    private readonly List<Timing> _nothing = [];
    private readonly List<Timing> _peerFull = [];
    private readonly List<Timing> _peerFile = [];
    private readonly List<Timing> _peerNothing = [];
    private BuildRun? _last;

    public async Task<ComparisonResult> RunAsync(CancellationToken cancellation)
    {
        await CopyCheckout.RunAsync(workspace, cancellation);
        var prepare = new PreparePackages(workspace, cache);
        var packageLock = await prepare.LockAsync(cancellation);
        await prepare.FetchAsync(packageLock, cancellation);
        var toolchain = await prepare.ToolsAsync(packageLock, PackageRequests.Toolchain, cancellation);
        var tools = await prepare.ToolsAsync(packageLock, Requests.MkosiTools, cancellation);
        var packages = packageLock.GetPackages(Requests.Repository);
        await LocalRepository.MakeAsync(workspace.Repository, cache, packageLock, packages, cancellation);
        var mkosi = new MkosiBuild(workspace, new MkosiCommand(workspace, tools));
        await mkosi.PrepareAsync(cancellation);

        // In turns, so that both suffer from what else the machine does.
        for (var run = 1; run <= Math.Max(options.Runs, options.PeerRuns); run++)
        {
            if (run <= options.Runs)
            {
                await ScratchStore.MakeAsync(workspace, cache, toolchain, cancellation);
                await MeasureGhafAsync(run, cancellation);
            }

            await MeasureMkosiAsync(mkosi, run, cancellation);
        }

        var boot = new BootDisk(toolchain, workspace.Boot);
        return new ComparisonResult
        {
            Measures =
            [
                new("full build", 0.15, new("Ghaf", _full), new("mkosi", _peerFull)),
                new("one file changed", 0.1, new("Ghaf", _file), new("mkosi", _peerFile)),
                new("one text in the definition changed", 0.1, new("Ghaf", _text), new("mkosi", _peerFile)),
                new("nothing changed", null, new("Ghaf", _nothing), new("mkosi", _peerNothing)),
            ],
            SlowestSteps = _last!.Steps,
            GhafDisk = await DiskSize.OfAsync(_last.Disk, cancellation),
            MkosiDisk = await DiskSize.OfAsync(mkosi.Disk, cancellation),
            GhafBootSeconds = options.Boot ? await boot.RunAsync("ghaf", _last.Disk, cancellation) : null,
            MkosiBootSeconds = options.Boot ? await boot.RunAsync("mkosi", mkosi.Disk, cancellation) : null,
            MkosiVersion = await mkosi.VersionAsync(cancellation),
            EmulatorVersion = packageLock.GetPackages(PackageRequests.Toolchain).Single(p => p.Name == "qemu-system-x86").Version,
        };
    }

    private async Task MeasureGhafAsync(int run, CancellationToken cancellation)
    {
        // The definition is as at first. Its program is compiled, as ghaf is; its answer is not in the new store.
        CopyCheckout.ChangeText(workspace, "0");
        CopyCheckout.ChangeFile(workspace, "0");
        await Folders.EmptyAsync(workspace.OtherStore, cancellation);
        await new GhafBuild(workspace.Copy, workspace.OtherStore).Of("plan", CopyCheckout.Target).RunAsync(cancellation);
        _last = await MeasureAsync("full build", _full, null, cancellation);
        CopyCheckout.ChangeFile(workspace, $"changed {run}");
        var changed = await MeasureAsync("one file changed", _file, _last.Disk, cancellation);
        CopyCheckout.ChangeText(workspace, $"changed {run}");
        await MeasureAsync("one text changed", _text, changed.Disk, cancellation);
        await MeasureAsync("nothing changed", _nothing, null, cancellation);
    }

    private async Task<BuildRun> MeasureAsync(
        string name, List<Timing> into, string? differsFrom, CancellationToken cancellation)
    {
        var run = await _ghaf.RunAsync(CopyCheckout.Target, cancellation);
        if (run.Disk == differsFrom)
        {
            throw new InvalidOperationException($"“{name}” gave the same disk as before: the change did not reach it.");
        }

        Add($"Ghaf, {name}", into, run.Timing);
        return run;
    }

    private async Task MeasureMkosiAsync(MkosiBuild mkosi, int run, CancellationToken cancellation)
    {
        if (run <= options.PeerRuns)
        {
            Add("mkosi, full build", _peerFull, await mkosi.RunAsync(incremental: false, cancellation));
        }

        if (run == 1)
        {
            Add("mkosi, first incremental build (not counted)", [], await mkosi.RunAsync(incremental: true, cancellation));
        }

        if (run <= options.Runs)
        {
            mkosi.ChangeFile($"changed {run}");
            Add("mkosi, one file changed", _peerFile, await mkosi.RunAsync(incremental: true, cancellation));
            Add("mkosi, nothing changed", _peerNothing, await mkosi.RunAsync(incremental: true, cancellation));
        }
    }

    private static void Add(string what, List<Timing> into, Timing timing)
    {
        into.Add(timing);
        Console.WriteLine($"{what}: {timing.Wall:0.00} s, {timing.Processor:0.00} s of processors");
    }
}
