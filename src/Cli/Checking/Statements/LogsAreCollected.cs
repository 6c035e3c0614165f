// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Protocol;

namespace Ghaf.Cli.Checking;

/// <summary>
/// Writes a line of its own on the host and in every VM, and looks for each among what is collected; then the host compares the
/// chains of all that is collected with what it was told of them.
/// </summary>
internal sealed class LogsAreCollected : IStatement
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public string Text => "The logs of the host and every VM are in admin-vm, searchable, and their chains hold";

    public TimeSpan Patience => TimeSpan.FromMinutes(4);

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        if (context.Plan.Vms.All(vm => !vm.Programs.Contains(OwnProgram.Admind)))
        {
            throw new StatementNotCheckedException("No VM of this device collects logs.");
        }

        var mark = $"ghaf-check-{Guid.NewGuid():N}";
        await context.HostAsync(Write(mark, ControlRequest.Host), cancellation).ConfigureAwait(false);
        foreach (var vm in context.Plan.Vms)
        {
            await context.VmAsync(vm.Name, Write(mark, vm.Name.Value), cancellation).ConfigureAwait(false);
        }

        string[] wanted = [ControlRequest.Host, .. context.Plan.Vms.Select(vm => vm.Name.Value)];
        if (await MissingAsync(context, mark, wanted, cancellation).ConfigureAwait(false) is { Length: > 0 } missing)
        {
            return StatementResult.False(
                $"within {context.ReadyLimit.TotalSeconds:0} s admin-vm had no line of {string.Join(", ", missing)} that was written there");
        }

        var verdicts = await LogsCommand.VerifyAsync(context.Device, cancellation).ConfigureAwait(false);
        return verdicts.FirstOrDefault(verdict => verdict.Faults.Count > 0) is { } broken
            ? StatementResult.False($"the chain of {broken.Source} does not hold: {broken.Faults[0]}")
            : wanted.Except(verdicts.Where(verdict => verdict.Last > 0).Select(verdict => verdict.Source)).FirstOrDefault() is { } untried
                ? StatementResult.False($"nothing of {untried} was compared")
                : StatementResult.True(
                    $"lines of {string.Join(", ", wanted)} were found; {verdicts.Where(v => v.Last > 0).Sum(v => (long)(v.Last - v.First + 1))} records are in order, "
                    + $"{verdicts.Sum(v => v.Anchors)} of them vouched for by the host");
    }

    // The name shows that what one VM wrote is not found under another's.
    private static string Write(string mark, string name) => $"echo '{mark} of {name}' | systemd-cat -t ghaf-check -p info";

    // Those whose line is not there in time; each has to be under its own name.
    private static async Task<string[]> MissingAsync(CheckContext context, string mark, string[] wanted, CancellationToken cancellation)
    {
        var begun = context.Time.GetTimestamp();
        while (true)
        {
            var page = await LogsCommand.PageAsync(context.Device, new LogQuery([], Text: mark), cancellation).ConfigureAwait(false);
            string[] missing = [.. wanted.Where(name => !page.Lines.Any(line => line.Source == name && line.Message == $"{mark} of {name}"))];
            if (missing.Length == 0 || context.Time.GetElapsedTime(begun) > context.ReadyLimit)
            {
                return missing;
            }

            await Task.Delay(Pause, context.Time, cancellation).ConfigureAwait(false);
        }
    }
}
