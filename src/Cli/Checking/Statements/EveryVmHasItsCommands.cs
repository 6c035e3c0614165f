// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;
using Ghaf.Model;
using Ghaf.Protocol;
using Ghaf.Runners;
using Ghaf.Runners.Scripts;

namespace Ghaf.Cli.Checking;

/// <summary>Runs the host's commands of each VM, and leaves every VM as it was.</summary>
internal sealed partial class EveryVmHasItsCommands : IStatement
{
    // A terminal shows what is typed as well: only the shell behind it says the sum.
    private const string Answer = "ghaf-42";
    private const string Question = "echo ghaf-$((6*7))";

    public string Text => "Every VM has its commands: its console answers, its balloon moves, it shuts down and runs again";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        foreach (var vm in context.Plan.Vms)
        {
            if (await CommandLineAsync(context, vm, cancellation).ConfigureAwait(false) is { } wrong)
            {
                return StatementResult.False(wrong);
            }
        }

        var silent = await SilentConsolesAsync(context, cancellation).ConfigureAwait(false);
        if (silent.Length > 0)
        {
            return StatementResult.False($"did not answer “{Answer}” to `{Question}`: the console of {string.Join(", ", silent)}");
        }

        var victim = context.Plan.Vms.LastOrDefault(vm => !vm.Routes && VmMemory.HasBalloon(vm))
            ?? throw new StatementNotCheckedException("No VM beside the gateways has a balloon.");
        var (moved, balloon) = await BalloonAsync(context, victim, cancellation).ConfigureAwait(false);
        if (!moved)
        {
            return StatementResult.False(balloon);
        }

        var (again, restart) = await ShutDownAndRunAsync(context, victim, cancellation).ConfigureAwait(false);
        return again
            ? StatementResult.True($"the consoles of {context.Plan.Vms.Length} VMs answered; {balloon}; {restart}")
            : StatementResult.False(restart);
    }

    /// <summary>Compares what <c>run --print</c> shows with the arguments of the process. Null, or what is wrong.</summary>
    private static async Task<string?> CommandLineAsync(CheckContext context, VmPlan vm, CancellationToken cancellation)
    {
        var folder = HostPaths.Commands(vm);
        var found = await context.HostAsync(
            $"for c in {string.Join(' ', VmScripts.Names)}; do [ -x {folder}/$c ] || echo lacks $c; done; "
            + $"p=$(systemctl show --value -p MainPID {HostPaths.Unit(vm)}); eval \"set -- $({folder}/run --print)\"; "
            + "[ \"$(printf '%s\\n' \"$@\")\" = \"$(tr '\\0' '\\n' </proc/$p/cmdline)\" ] || echo runs another command",
            cancellation).ConfigureAwait(false);
        return found.Length == 0 ? null : $"{vm.Name} {found.Replace("\n", ", ", StringComparison.Ordinal)}";
    }

    /// <summary>Asks at all consoles at once, for each of them takes seconds to wait and none to think.</summary>
    private static async Task<string[]> SilentConsolesAsync(CheckContext context, CancellationToken cancellation)
    {
        // A console that has just been opened may swallow the first line: a shell prints its prompt upon Enter.
        var consoles = context.Plan.Vms.Select(vm => $"{vm.Name}:{HostPaths.Commands(vm)}/console");
        var answered = await context.HostAsync(
            $"for c in {string.Join(' ', consoles)}; do (for i in 1 2 3; do o=$({{ printf '\\n'; sleep 1; printf '%s\\n' '{Question}'; sleep 5; }} | "
            + $"timeout 15 ${{c#*:}} 2>&1); case \"$o\" in *{Answer}*) echo ${{c%%:*}}; break ;; esac; done) & done; wait",
            cancellation).ConfigureAwait(false);
        return [.. context.Plan.Vms.Select(vm => vm.Name.Value).Except(answered.Split('\n'))];
    }

    private static async Task<(bool Holds, string Evidence)> BalloonAsync(
        CheckContext context, VmPlan vm, CancellationToken cancellation)
    {
        var all = vm.Memory.MiB;

        // Little: where the processor is emulated too, some hundreds of MiB given back in a row reset the machine.
        var less = all - 8;
        var before = await BalloonAsync(context, vm, "", cancellation).ConfigureAwait(false);
        long shrunk;
        long grown;
        try
        {
            shrunk = await BalloonAsync(context, vm, Number(less), cancellation).ConfigureAwait(false);
        }
        finally
        {
            grown = await BalloonAsync(context, vm, Number(all), context.CleanUp).ConfigureAwait(false);
        }

        var story = $"{vm.Name} had {before} MiB, {shrunk} MiB when asked for {less}, and {grown} MiB again";
        return (before == all && shrunk == less && grown == all, story);
    }

    private static async Task<long> BalloonAsync(CheckContext context, VmPlan vm, string amount, CancellationToken cancellation)
    {
        // It ends with 1 when the VM does not follow: what it prints tells more.
        var text = await context.HostAsync(
            $"{HostPaths.Commands(vm)}/balloon {amount} 2>&1 || [ $? = 1 ]", cancellation).ConfigureAwait(false);
        return Amount().Match(text) is { Success: true } match
            ? long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new StatementNotCheckedException($"The balloon of {vm.Name} says “{text}”.");
    }

    private static async Task<(bool Holds, string Evidence)> ShutDownAndRunAsync(
        CheckContext context, VmPlan vm, CancellationToken cancellation)
    {
        var before = await context.StatusAsync(cancellation).ConfigureAwait(false);
        var begun = context.Time.GetTimestamp();
        TimeSpan off;
        try
        {
            // The 45 seconds that its unit may take, and some for a slow machine.
            await context.HostAsync($"timeout 55 {HostPaths.Commands(vm)}/shutdown", cancellation).ConfigureAwait(false);
            off = context.Time.GetElapsedTime(begun);
            await context.WaitAsync(vm.Name, status => status.State == VmState.Stopped, "stopped", cancellation).ConfigureAwait(false);
        }
        finally
        {
            await context.HostAsync($"{HostPaths.Commands(vm)}/run", context.CleanUp).ConfigureAwait(false);
            await context.WaitAsync(vm.Name, status => status.State == VmState.Ready, "ready again", context.CleanUp).ConfigureAwait(false);
        }

        var disturbed = Undisturbed.Compare(
            before, await context.StatusAsync(cancellation).ConfigureAwait(false), vm.Name.Value);
        return disturbed is null
            ? (true, $"it was off after {Amounts.Of(off)} and ready again after {Amounts.Of(context.Time.GetElapsedTime(begun))}")
            : (false, disturbed);
    }

    private static string Number(long mib) => mib.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d+) MiB of \d+ MiB$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
