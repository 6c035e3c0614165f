// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Exec;
using Ghaf.Protocol;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf app list|start|stop</c>: the applications in the VMs of a running device.</summary>
internal static class AppCommand
{
    private static readonly TimeSpan Patient = TimeSpan.FromSeconds(60);

    public static Command Create(Session session)
    {
        var target = CommonSymbols.RunningTarget();
        target.Recursive = true;
        return new Command("app", "List, start and stop the applications in the VMs of a running device")
        {
            target,
            List(session, target),
            Start(session, target),
            Act(session, target, "stop", "Stop an application", ControlVerb.StopApplication),
        };
    }

    private static Command List(Session session, Option<string?> target)
    {
        var vm = new Argument<string?>("NAME") { Description = "A VM, such as curl-vm; all that are ready, if none is given", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("list", "Show which applications there are, and which run") { vm };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            using var device = new ControlledDevice(VmCommand.Find(parsed, target).Control, session.Time);
            var applications = new List<ApplicationStatus>();
            var asked = parsed.GetValue(vm);
            foreach (var name in asked is not null ? [asked] : await ReadyAsync(device, cancellation).ConfigureAwait(false))
            {
                try
                {
                    var request = ControlRequest.Create(ControlVerb.Applications, name);
                    applications.AddRange((await device.AskAsync(request, Patient, cancellation).ConfigureAwait(false)).Applications!);
                }
                catch (RefusedException e) when (asked is null)
                {
                    // One that does not answer hides no other.
                    await session.Error.WriteLineAsync($"{name}: {e.Message}").ConfigureAwait(false);
                }
            }

            Print(session, parsed, applications);
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Start(Session session, Option<string?> target)
    {
        var words = new Argument<string[]>("NAME=VALUE")
        {
            Description = "What the application may be given, as its definition says: url=https://debian.org",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = Act(session, target, "start", "Start an application", ControlVerb.StartApplication, words);
        command.Add(words);
        return command;
    }

    private static Command Act(
        Session session, Option<string?> target, string name, string description, ControlVerb verb, Argument<string[]>? words = null)
    {
        var vm = CommonSymbols.Vm();
        var id = new Argument<string>("APPLICATION") { Description = "Its id, as `ghaf app list` shows it" };
        var command = new Command(name, description) { vm, id };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var request = ControlRequest.Create(
                verb, parsed.GetRequiredValue(vm), [parsed.GetRequiredValue(id), .. words is null ? [] : parsed.GetValue(words) ?? []]);
            using var device = new ControlledDevice(VmCommand.Find(parsed, target).Control, session.Time);
            var reply = await device.AskAsync(request, Patient, cancellation).ConfigureAwait(false);
            Print(session, parsed, reply.Applications!);
            return ExitCode.Success;
        }));
        return command;
    }

    private static async Task<IReadOnlyList<string>> ReadyAsync(ControlledDevice device, CancellationToken cancellation)
    {
        var reply = await device.AskAsync(ControlRequest.Create(ControlVerb.Status), Patient, cancellation).ConfigureAwait(false);
        return [.. reply.Status!.Vms.Where(vm => vm.State == VmState.Ready).Select(vm => vm.Name)];
    }

    private static void Print(Session session, ParseResult parsed, IReadOnlyList<ApplicationStatus> applications)
    {
        if (parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json)
        {
            session.Output.WriteLine(JsonSerializer.Serialize([.. applications], CliJson.Default.ApplicationStatusArray));
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("VM", "Application", "State", "Title");
        foreach (var application in applications)
        {
            table.AddRow(new Text(application.Vm), new Text(application.Id), new Text(application.State), new Text(application.Title));
        }

        session.Screen.Write(table);
    }
}
