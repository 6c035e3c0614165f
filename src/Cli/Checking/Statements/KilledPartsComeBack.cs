// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Protocol;

namespace Ghaf.Cli.Checking;

/// <summary>
/// Kills parts of the device by chance, one after the other, and waits each time until all is as before: every VM is ready, none was
/// disturbed but the one that was hit, each has its addresses, a page is fetched again, and a line that was collected before is there.
/// </summary>
/// <param name="count">How many.</param>
/// <param name="seed">The same one gives the same order.</param>
internal sealed class KilledPartsComeBack(int count, int seed) : IStatement
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly IStatement[] Again = [new VmsHaveTheirAddresses(), new PageIsFetchedByName()];

    public string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"What is killed comes back by itself, {count} times (seed {seed}): VMs are ready, no collected line is lost, nothing is open meanwhile");

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var tries = 0;
        var longest = TimeSpan.Zero;
        var marks = new List<LogMark>();
        var killed = new List<string>();
        foreach (var fault in FaultPlan.Of(context.Plan, count, seed))
        {
            var begun = context.Time.GetTimestamp();
            string? wrong;
            try
            {
                if (LogMark.CanBeCollected(context.Plan))
                {
                    marks.Add(await LogMark.CollectAsync(context, fault.On, cancellation).ConfigureAwait(false));
                }

                var probe = await ClosedMeanwhile.StartAsync(context, fault, cancellation).ConfigureAwait(false);
                await using (probe)
                {
                    wrong = await BreakAsync(context, fault, probe, cancellation).ConfigureAwait(false);
                    tries += probe?.Tries ?? 0;
                }
            }
            catch (StatementNotCheckedException e)
            {
                wrong = e.Message;
            }

            if (wrong is not null)
            {
                return StatementResult.False(
                    $"{fault.What} was to be killed{(killed.Count > 0 ? $" after {string.Join(", ", killed)}" : "")}: {wrong}");
            }

            killed.Add(fault.What);
            var took = context.Time.GetElapsedTime(begun);
            longest = took > longest ? took : longest;
        }

        foreach (var mark in marks)
        {
            if (!await mark.IsThereAsync(context, cancellation).ConfigureAwait(false))
            {
                return StatementResult.False($"a line of {mark.On} is lost that was collected before: {mark.Text}");
            }
        }

        return StatementResult.True(
            $"{string.Join(", ", killed)}; all was as before after {Amounts.Of(longest)} at most; {marks.Count} collected lines are there; "
            + $"of {tries} tries meanwhile to get where nobody may, none did");
    }

    /// <summary>Null, or what did not come back.</summary>
    private static async Task<string?> BreakAsync(CheckContext context, Fault fault, ClosedMeanwhile? probe, CancellationToken cancellation)
    {
        var before = await context.StatusAsync(cancellation).ConfigureAwait(false);
        if (probe is not null && await probe.BlindnessAsync(cancellation).ConfigureAwait(false) is { } blind)
        {
            return blind;
        }

        await fault.KillAsync(context, cancellation).ConfigureAwait(false);
        var begun = context.Time.GetTimestamp();
        while (true)
        {
            if (probe is not null && await context.RetryAsync(() => probe.TryAsync(cancellation), cancellation).ConfigureAwait(false) is { } open)
            {
                return open;
            }

            var missing = await context.RetryAsync(() => MissingAsync(context, fault, before, cancellation), cancellation).ConfigureAwait(false);
            if (missing is null || context.Time.GetElapsedTime(begun) > context.ReadyLimit)
            {
                return missing;
            }

            await Task.Delay(Pause, context.Time, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<string?> MissingAsync(
        CheckContext context, Fault fault, DeviceStatus before, CancellationToken cancellation)
    {
        var now = await context.StatusAsync(cancellation).ConfigureAwait(false);
        if (Undisturbed.Compare(before, now, fault.LosesVm ? fault.On : null) is { } disturbed)
        {
            return disturbed;
        }

        if (fault.LosesVm)
        {
            var (was, isNow) = (before.Vms.Single(vm => vm.Name == fault.On), now.Vms.Single(vm => vm.Name == fault.On));
            if (isNow.State != VmState.Ready || isNow.Restarts <= was.Restarts)
            {
                return $"{fault.On} is {StatusTable.Word(isNow.State)}, restarts {was.Restarts} → {isNow.Restarts}. {isNow.Reason}";
            }
        }

        foreach (var statement in Again)
        {
            if (await statement.CheckAsync(context, cancellation).ConfigureAwait(false) is { Holds: false, Evidence: var evidence })
            {
                return evidence;
            }
        }

        return null;
    }
}
