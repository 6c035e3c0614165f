// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Cli.Sizes;
using Ghaf.Exec;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf size TARGET [NAME]</c></summary>
internal static class SizeCommand
{
    public static Command Create(Session session)
    {
        var target = CommonSymbols.Target(session);
        var name = new Argument<string?>("NAME")
        {
            Description = "A VM, or “shared base”: what that is made of, instead of the host",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var most = new Option<int?>("--max")
        {
            Description = "End with 9 if the host without its VMs has more than so many MB",
            HelpName = "MB",
        };
        var command = new Command("size", "Break a device's image down by package and by VM, building it if needed") { target, name, most };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var plan = await DevicePlans.For(session).LoadAsync(parsed.GetRequiredValue(target), cancellation).ConfigureAwait(false);
            var device = await PrepareDevice.ToKeepAsync(session, plan, cancellation).ConfigureAwait(false);
            var report = SizeReport.Of(plan.Target, device.Built.Images);
            Print(session, report, parsed.GetValue(name), parsed.GetValue(CommonSymbols.Format));
            return parsed.GetValue(most) is { } limit && report.HostBytes > limit * 1_000_000L
                ? throw new TooLargeException(report, limit)
                : ExitCode.Success;
        }));
        return command;
    }

    private static void Print(Session session, SizeReport report, string? name, OutputFormat format)
    {
        var vm = name is null ? null : report.Vms.FirstOrDefault(vm => vm.Name == name) ?? throw new PartUnknownException(report, name);
        if (format == OutputFormat.Json)
        {
            var shown = vm is null ? report : report with { Host = [], Vms = [vm] };
            session.Output.WriteLine(JsonSerializer.Serialize(shown, CliJson.Default.SizeReport));
        }
        else
        {
            session.Screen.Write(vm is null ? SizeTable.Of(report) : SizeTable.Of(vm));
        }
    }
}
