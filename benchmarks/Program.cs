// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Ghaf.Benchmarks;
using Ghaf.Benchmarks.Measuring;
using Ghaf.Benchmarks.Reporting;
using Ghaf.Benchmarks.Setup;
using Ghaf.Exec;
using Ghaf.Images;

if (args.Length == 0 || BenchmarkOptions.Parse(args[1..]) is not { } options)
{
    Console.Error.WriteLine(BenchmarkOptions.Usage);
    return (int)ExitCode.Usage;
}

ChildTime.AdoptOrphans();
using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    var workspace = Workspace.Default(args[0]);
    using var alone = StoreLock.TryTake(Path.Combine(Directory.CreateDirectory(workspace.Root).FullName, "lock"))
        ?? throw new IOException($"Another benchmark runs in {workspace.Root}.");
    var cache = new Store();
    var machine = await MachineFacts.ReadAsync(workspace, stop.Token);
    var comparison = options.Compare ? await new Comparison(workspace, cache, options).RunAsync(stop.Token) : null;
    var devices = new List<DeviceResult>();
    foreach (var target in options.Devices)
    {
        devices.Add(await new WholeDevice(workspace, cache, options).RunAsync(target, stop.Token));
    }

    var plan = options.Plan ? await new PlanSpeed(workspace, cache, options).RunAsync(stop.Token) : null;
    var guestBoot = options.GuestBoot ? await new GuestBoot(workspace, cache, options).RunAsync(stop.Token) : null;
    var report = new BenchmarkReport(machine, comparison, devices, plan, guestBoot);
    var file = await report.SaveAsync(workspace.Results, stop.Token);
    Console.WriteLine($"\n{MarkdownReport.Of(report)}\nKept in {file}.md and .json");
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return (int)ExitCode.Cancelled;
}
catch (GhafException failure)
{
    Console.Error.WriteLine($"{failure.Message}\n{failure.Mend}");
    return (int)failure.ExitCode;
}
