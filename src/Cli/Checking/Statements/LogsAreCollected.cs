// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli.Checking;

/// <summary>
/// Writes a line of its own on the host and in every VM, and looks for each among what is collected; then the host compares the
/// chains of all that is collected with what it was told of them.
/// </summary>
internal sealed class LogsAreCollected : IStatement
{
    public string Text => "The logs of the host and every VM are in admin-vm, searchable, and their chains hold";

    public TimeSpan Patience => TimeSpan.FromMinutes(4);

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        if (!LogMark.CanBeCollected(context.Plan))
        {
            return StatementResult.True("no VM of this device collects logs");
        }

        string[] wanted = [ControlRequest.Host, .. context.Plan.Vms.Select(vm => vm.Name.Value)];
        var marks = new List<LogMark>();
        foreach (var on in wanted)
        {
            marks.Add(await LogMark.WriteAsync(context, on, cancellation).ConfigureAwait(false));
        }

        var missing = new List<string>();
        foreach (var mark in marks)
        {
            if (!await mark.IsCollectedAsync(context, cancellation).ConfigureAwait(false))
            {
                missing.Add(mark.On);
            }
        }

        if (missing.Count > 0)
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
}
