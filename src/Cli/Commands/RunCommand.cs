// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf run TARGET</c></summary>
internal static class RunCommand
{
    // Software emulation boots the host in half a minute and the VMs in two; a busy machine takes several times that.
    private const int DefaultBootSeconds = 300;
    private const int ReadyFactor = 3;

    public static Command Create(Session session)
    {
        var target = CommonSymbols.Target(session);
        var check = new Option<bool>("--check") { Description = "Boot without a terminal, verify what must be true of the device, stop" };
        var keep = new Option<bool>("--keep") { Description = "With --check: leave the device running afterwards" };
        var boot = new Option<int>("--boot-limit")
        {
            Description = "Seconds the host may take to report",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultBootSeconds,
        };
        boot.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() <= 0)
            {
                result.AddError("The boot limit has to be at least one second.");
            }
        });
        var machine = new Option<string>("--machine")
        {
            Description = "Keep the emulated machine's disk, firmware and TPM in this folder; without it they are gone at the end",
            HelpName = "FOLDER",
        };
        var faults = new Option<int>("--faults")
        {
            Description = "With --check of a debug target: kill so many parts of the device by chance, and watch them come back",
            HelpName = "N",
        };
        var seed = new Option<int?>("--seed") { Description = "With --faults: the same number kills in the same order; by itself another each time", HelpName = "N" };
        faults.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0)
            {
                result.AddError("The number of faults cannot be negative.");
            }
            else if (result.GetValue(check) != true)
            {
                result.AddError("--faults kills parts of a device that is being checked: give --check, too.");
            }
        });
        var command = new Command("run", "Build a device if needed and boot it in an emulator") { target, check, keep, faults, seed, boot, machine };
        command.SetAction((parsed, _) => session.RunAsync(cancellation =>
        {
            var name = parsed.GetRequiredValue(target);
            var limit = TimeSpan.FromSeconds(parsed.GetValue(boot));
            var options = new RunOptions(
                parsed.GetValue(CommonSymbols.Format), limit, limit * ReadyFactor, parsed.GetValue(keep), parsed.GetValue(machine),
                parsed.GetValue(faults), parsed.GetValue(seed) ?? Random.Shared.Next(10_000));
            return parsed.GetValue(check)
                ? CheckDevice.RunAsync(session, name, options, cancellation)
                : RunDevice.RunAsync(session, name, options, cancellation);
        }));
        return command;
    }
}
