// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Exec;
using Ghaf.Protocol;
using Ghaf.Runners.Emulation;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf vm …</c>: the VMs of a running device, from another terminal.</summary>
internal static class VmCommand
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patient = TimeSpan.FromMinutes(2);
    private const int DefaultLines = 50;
    private const int DefaultSeconds = 60;

    public static Command Create(Session session)
    {
        var target = CommonSymbols.RunningTarget();
        target.Recursive = true;
        return new Command("vm", "Look at and steer the VMs of a running device")
        {
            target,
            List(session, target),
            Act(session, target, "start", "Start a VM", ControlVerb.Start),
            Act(session, target, "stop", "Shut a VM down in order", ControlVerb.Stop),
            Act(session, target, "restart", "Stop a VM and start it again", ControlVerb.Restart),
            Act(session, target, "pause", "Have a VM stand still, with all its memory", ControlVerb.Pause),
            Act(session, target, "resume", "Have a paused VM go on", ControlVerb.Resume),
            Act(session, target, "kill", "Kill a VM's hypervisor, to see what the device makes of it", ControlVerb.Kill),
            Renew(session, target),
            Logs(session, target),
            Execute(session, target),
            Console(session, target),
        };
    }

    /// <summary>The running device that the options mean.</summary>
    public static EmulationPaths Find(ParseResult parsed, Option<string?> target) =>
        new(RunRoot.Default().Find(parsed.GetValue(target)).Folder);

    private static Command List(Session session, Option<string?> target)
    {
        var command = new Command("list", "Show the state of all VMs");
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            using var device = Device(session, parsed, target);
            var reply = await device.AskAsync(ControlRequest.Create(ControlVerb.Status), Quick, cancellation).ConfigureAwait(false);
            Print(session, parsed, reply.Status!);
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Act(Session session, Option<string?> target, string name, string description, ControlVerb verb)
    {
        var vm = CommonSymbols.Vm();
        var command = new Command(name, description) { vm };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var request = ControlRequest.Create(verb, parsed.GetRequiredValue(vm));
            using var device = Device(session, parsed, target);
            var reply = await device.AskAsync(request, Patient, cancellation).ConfigureAwait(false);
            Print(session, parsed, reply.Status!);
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Renew(Session session, Option<string?> target)
    {
        var vm = CommonSymbols.Vm();
        var command = new Command("renew-identity", "Have a VM's agent make itself a new key and certificate now; it does so once a day") { vm };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            using var device = Device(session, parsed, target);
            var request = ControlRequest.Create(ControlVerb.RenewIdentity, parsed.GetRequiredValue(vm));
            var guest = (await device.AskAsync(request, Patient, cancellation).ConfigureAwait(false)).Guest!;
            await session.Output.WriteLineAsync(parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json
                ? JsonSerializer.Serialize(guest, CliJson.Default.GuestReport)
                : $"{guest.Name} has a new identity.").ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Logs(Session session, Option<string?> target)
    {
        var vm = CommonSymbols.Vm();
        vm.Description = "A VM, or host";
        var lines = new Option<int>("--lines", "-n")
        {
            Description = "How many lines of each log",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultLines,
        };
        var command = new Command("logs", "Print the end of a VM's logs") { vm, lines };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var request = ControlRequest.Create(ControlVerb.Logs, parsed.GetRequiredValue(vm)) with { Lines = parsed.GetValue(lines) };
            using var device = Device(session, parsed, target);
            var reply = await device.AskAsync(request, Quick, cancellation).ConfigureAwait(false);
            return await PrintAsync(session, parsed, reply.Output!).ConfigureAwait(false);
        }));
        return command;
    }

    private static Command Execute(Session session, Option<string?> target)
    {
        var vm = CommonSymbols.Vm();
        vm.Description = "A VM, or host";
        var words = new Argument<string[]>("COMMAND")
        {
            Description = "The program and its arguments; put -- before it",
            Arity = ArgumentArity.OneOrMore,
        };
        var seconds = new Option<int>("--timeout")
        {
            Description = "Seconds it may take",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultSeconds,
        };
        var command = new Command("exec", "Run a command in a VM (debug profiles only)") { vm, words, seconds };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var name = parsed.GetRequiredValue(vm);
            var request = name == ControlRequest.Host
                ? ControlRequest.Create(ControlVerb.ExecHost, null, parsed.GetRequiredValue(words))
                : ControlRequest.Create(ControlVerb.Exec, name, parsed.GetRequiredValue(words));
            var limit = TimeSpan.FromSeconds(parsed.GetValue(seconds));
            using var device = Device(session, parsed, target);
            var reply = await device.AskAsync(request, limit, cancellation).ConfigureAwait(false);
            return await PrintAsync(session, parsed, reply.Output!).ConfigureAwait(false);
        }));
        return command;
    }

    private static Command Console(Session session, Option<string?> target)
    {
        var vm = CommonSymbols.Vm();
        var command = new Command("console", "Use a VM's serial console; Ctrl-] leaves it") { vm };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var paths = Find(parsed, target);
            using var line = await VmLine.OpenAsync(paths.Console, parsed.GetRequiredValue(vm), session.Time, cancellation)
                .ConfigureAwait(false);
            return await AttachConsole.RunAsync(session, line, cancellation).ConfigureAwait(false);
        }));
        return command;
    }

    private static ControlledDevice Device(Session session, ParseResult parsed, Option<string?> target) =>
        new(Find(parsed, target).Control, session.Time);

    private static void Print(Session session, ParseResult parsed, DeviceStatus status)
    {
        if (parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json)
        {
            session.Output.WriteLine(JsonSerializer.Serialize(status, CliJson.Default.DeviceStatus));
        }
        else
        {
            session.Screen.Write(StatusTable.Of(status));
        }
    }

    // A command's own exit status is ours, as with ssh.
    private static async Task<ExitCode> PrintAsync(Session session, ParseResult parsed, CommandOutput output)
    {
        await session.Output.WriteAsync(parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json
            ? JsonSerializer.Serialize(output, CliJson.Default.CommandOutput) + "\n"
            : output.Text).ConfigureAwait(false);
        return (ExitCode)output.ExitCode;
    }
}
