// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Ghaf.Cli.Checking;
using Ghaf.Exec;
using Ghaf.Protocol;

namespace Ghaf.Cli;

/// <summary><c>ghaf run TARGET --check</c>: boot with a closed outside, verify all statements, shut down.</summary>
internal static class CheckDevice
{
    private static readonly TimeSpan EndNoticed = TimeSpan.FromSeconds(2);

    private const double LongSeconds = 2;

    public static async Task<ExitCode> RunAsync(Session session, string target, RunOptions options, CancellationToken cancellation)
    {
        var plan = await DevicePlans.For(session).LoadAsync(target, cancellation).ConfigureAwait(false);
        BuildSupport.RequireEmulation(plan);
        if (options.Faults > 0 && !plan.DebugAccess)
        {
            throw new TakesNoOrdersException();
        }

        using var folder = RunFolder.Take(RunRoot.Default(), plan.Target);
        var prepared = await PrepareDevice.ToBootAsync(session, plan, cancellation).ConfigureAwait(false);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var web = Directory.CreateDirectory(Path.Combine(folder.Paths.Folder, Outside.WebFolder)).FullName;
        await File.WriteAllTextAsync(Path.Combine(web, "index.html"), token + "\n", cancellation).ConfigureAwait(false);
        var device = await StartDevice.RunAsync(session, prepared, folder, Outside.Closed(), options.Machine, cancellation).ConfigureAwait(false);
        await using (device.ConfigureAwait(false))
        {
            var watch = new StatusWatch(device.Paths.Status, session.Time);
            await using (watch.ConfigureAwait(false))
            {
                var report = await BootAndCheckAsync(session, prepared, device, watch, token, options, cancellation).ConfigureAwait(false);
                Print(session, report, options.Format);
                if (!report.Passed)
                {
                    await EmulatorHungException.ThrowIfHungAsync(device, watch.Silence).ConfigureAwait(false);
                }

                if (options.Keep)
                {
                    await session.Error.WriteLineAsync("The device runs on; Ctrl-C shuts it down.").ConfigureAwait(false);
                    var show = new WatchDevice(session, device, watch, options.BootLimit);
                    await show.UntilEndAsync(OutputFormat.Text, cancellation).ConfigureAwait(false);
                }

                var ended = await RunDevice.EndAsync(session, device, watch, booted: true).ConfigureAwait(false);
                return report.Passed ? ended : ExitCode.CheckFailed;
            }
        }
    }

    private static async Task<CheckReport> BootAndCheckAsync(
        Session session, PreparedDevice prepared, EmulatedDevice device, StatusWatch watch, string token, RunOptions options,
        CancellationToken cancellation)
    {
        var begun = session.Time.GetTimestamp();
        await session.Error.WriteLineAsync($"Booting {prepared.Plan.Target}; logs are in {device.Paths.Folder}").ConfigureAwait(false);
        await BootAsync(session, device, watch, options, cancellation).ConfigureAwait(false);
        var boot = session.Time.GetElapsedTime(begun);
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        void Tell(CheckedStatement found) => CheckDevice.Tell(session, found, options.Format);

        // A release answers no questions: it is judged by what it says of itself.
        var checking = prepared.Plan.DebugAccess
            ? AskDevice.RunAsync(session, prepared.Plan, device, token, options, Tell, lost.Token)
            : JudgeHost.RunAsync(prepared, watch, session.Time, Tell, lost.Token);
        await Task.WhenAny(checking, device.Ended).ConfigureAwait(false);
        if (!await StandsAsync(checking, device, session.Time).ConfigureAwait(false))
        {
            await lost.CancelAsync().ConfigureAwait(false);
            await ((Task)checking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await RunDevice.EndAsync(session, device, watch, booted: false).ConfigureAwait(false);
        }

        var statements = await checking.ConfigureAwait(false);
        return new CheckReport(
            prepared.Plan.Target, statements.All(s => s.Holds), boot.TotalSeconds, statements, device.Paths.Folder);
    }

    // A device that goes away makes its check fail, at times before its end is noticed: then the end is what is to be told.
    private static async Task<bool> StandsAsync(
        Task<ImmutableArray<CheckedStatement>> checking, EmulatedDevice device, TimeProvider time)
    {
        if (checking.IsCanceled || (checking.IsCompletedSuccessfully && checking.Result.All(s => s.Holds)))
        {
            return true;
        }

        await Task.WhenAny(device.Ended, Task.Delay(EndNoticed, time)).ConfigureAwait(false);
        return !device.Ended.IsCompleted;
    }

    private static async Task BootAsync(
        Session session, EmulatedDevice device, StatusWatch watch, RunOptions options, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.ReadyLimit, session.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            // The lines of the boot are for people, also when a program reads the result.
            await new WatchDevice(session, device, watch, options.BootLimit)
                .UntilBootedAsync(session.Error, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            var late = watch.Latest?.Vms.Where(vm => vm.State != VmState.Ready).Select(vm => vm.Name) ?? [];
            throw new BootFailedException(
                $"After {options.ReadyLimit.TotalSeconds:0} s these VMs are not ready: {string.Join(", ", late)}.",
                $"Read what the host printed: {device.Paths.HostLog}");
        }

        if (device.Ended.IsCompleted)
        {
            await RunDevice.EndAsync(session, device, watch, booted: false).ConfigureAwait(false);
        }
    }

    private static void Tell(Session session, CheckedStatement found, OutputFormat format)
    {
        var output = format == OutputFormat.Json ? session.Error : session.Output;
        var took = found.Seconds < LongSeconds ? "" : $" ({Amounts.Of(TimeSpan.FromSeconds(found.Seconds))})";
        output.WriteLine($"{(found.Holds ? "✓" : "✗")} {found.Statement}{took}");
        output.WriteLine($"    {found.Evidence.ReplaceLineEndings(" ")}");
    }

    private static void Print(Session session, CheckReport report, OutputFormat format)
    {
        var failed = report.Statements.Count(s => !s.Holds);
        var summary = failed == 0
            ? $"All {report.Statements.Length} statements hold; the VMs were up after {report.BootSeconds:0} s."
            : $"{failed} of {report.Statements.Length} statements do not hold.";
        if (format == OutputFormat.Json)
        {
            session.Output.WriteLine(JsonSerializer.Serialize(report, CliJson.Default.CheckReport));
        }
        else
        {
            session.Output.WriteLine($"\n{summary}");
        }

        session.Error.WriteLine($"Logs: {report.Logs}/*.log");
    }
}
