// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Runners.Scripts;

/// <summary>The commands that the host has for each VM, in a folder of the VM's own: run, shutdown, console, balloon.</summary>
public static class VmScripts
{
    /// <summary>Their names, in the order in which they are documented.</summary>
    public static ImmutableArray<string> Names { get; } = ["run", "shutdown", "console", "balloon"];

    public static ImmutableArray<FilePlan> For(DevicePlan device, VmPlan vm)
    {
        ArgumentNullException.ThrowIfNull(vm);
        return [.. Names.Select(name => new FilePlan
        {
            Path = $"{HostPaths.Commands(vm)}/{name}",
            Mode = "0555",
            Content = "#!/bin/sh\n" + name switch
            {
                "run" => Run(VmCommand.Of(device, vm), vm),
                "shutdown" => Shutdown(vm),
                "console" => Console(vm),
                _ => Balloon(vm),
            },
        })];
    }

    // By the unit, under the VM's user and limits: by hand the hypervisor would run as root. Whoever asks means it, also
    // after too many failures.
    private static string Run(VmCommand command, VmPlan vm) => $"""
        # Starts VM {vm.Name} as the host does when it boots; --print shows the command of its hypervisor.
        case "$*" in
          "") systemctl reset-failed {HostPaths.Unit(vm)} 2>/dev/null; exec systemctl start {HostPaths.Unit(vm)} ;;
          --print) ;;
          *) echo "Usage: run [--print]" >&2; exit 2 ;;
        esac
        cat <<'COMMAND'
        {ShellText.CommandLine(command.Program, command.Arguments)}
        COMMAND

        """;

    // The unit asks the guest, and does not start it again.
    private static string Shutdown(VmPlan vm) => $"""
        # Asks VM {vm.Name} to power off and waits until it has. It stays off until run.
        [ $# -eq 0 ] || {Usage("shutdown")}
        exec systemctl stop {HostPaths.Unit(vm)}

        """;

    private static string Console(VmPlan vm) => $"""
        # Attaches to the serial console of VM {vm.Name}; Ctrl-] leaves.
        [ $# -eq 0 ] || {Usage("console")}
        exec {HostPaths.Vmd} console {vm.Name}

        """;

    private static string Balloon(VmPlan vm) => $"""
        # Shows how much memory VM {vm.Name} has, or leaves it that many MiB.
        [ $# -le 1 ] || {Usage("balloon [MIB]")}
        exec {HostPaths.Vmd} balloon {vm.Name} "$@"

        """;

    private static string Usage(string text) => $$"""{ echo "Usage: {{text}}" >&2; exit 2; }""";
}
