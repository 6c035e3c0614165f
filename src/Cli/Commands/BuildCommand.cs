// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Exec;
using Ghaf.Model;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf build TARGET</c></summary>
internal static class BuildCommand
{
    public static Command Create(Session session)
    {
        var target = CommonSymbols.Target(session);
        var command = new Command("build", "Build a device's disk image from its definition and ghaf.lock") { target };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var plan = await DevicePlans.For(session).LoadAsync(parsed.GetRequiredValue(target), cancellation).ConfigureAwait(false);
            var device = await PrepareDevice.ToKeepAsync(session, plan, cancellation).ConfigureAwait(false);
            var disk = device.Built.Disk;
            var report = new BuildReport(
                plan.Target, disk, new FileInfo(disk).Length, StoredSize.Of(disk), device.Took.TotalSeconds);
            await session.Output.WriteLineAsync(parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json
                ? JsonSerializer.Serialize(report, CliJson.Default.BuildReport)
                : $"{disk}\n{new ByteSize(report.DiskBytes)}, {new ByteSize(report.StoredBytes)} stored, "
                    + $"in {Amounts.Of(device.Took)}").ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }
}
