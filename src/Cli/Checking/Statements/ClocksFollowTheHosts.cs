// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Model;
using Ghaf.Protocol;

namespace Ghaf.Cli.Checking;

/// <summary>
/// Steps the host's clock by an hour and back: each time the clocks of all VMs follow, as the host's events tell, and nothing is started
/// again for it.
/// </summary>
internal sealed class ClocksFollowTheHosts : IStatement
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private const double Agree = 0.1;

    public string Text => "When the host's clock is stepped by an hour, and back, all VMs agree with it within 100 ms, and none is started again";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var before = await context.StatusAsync(cancellation).ConfigureAwait(false);
        string there;
        try
        {
            there = await StepAsync(context, "+1 hour", cancellation).ConfigureAwait(false);
        }
        catch
        {
            await SetAsync(context, "-1 hour", context.CleanUp).ConfigureAwait(false);
            throw;
        }

        var back = await StepAsync(context, "-1 hour", cancellation).ConfigureAwait(false);
        return Undisturbed.Compare(before, await context.StatusAsync(cancellation).ConfigureAwait(false), except: null) is { } disturbed
            ? StatementResult.False(disturbed)
            : StatementResult.True($"{there}; {back}");
    }

    private static async Task<string> StepAsync(CheckContext context, string by, CancellationToken cancellation)
    {
        var last = await EventsCommand.AfterAsync(context.Device, null, 0, cancellation).ConfigureAwait(false) is [.., { Number: var number }] ? number : 0;
        await SetAsync(context, by, cancellation).ConfigureAwait(false);
        var begun = context.Time.GetTimestamp();
        while (true)
        {
            var wrong = await WrongAsync(context, last, cancellation).ConfigureAwait(false);
            var took = context.Time.GetElapsedTime(begun);
            if (wrong.Length == 0)
            {
                return $"after {by} all {context.Plan.Vms.Length} had followed within {Amounts.Of(took)}";
            }

            if (took > Limit)
            {
                throw new StatementNotCheckedException($"{Amounts.Of(took)} after {by}: {string.Join("; ", wrong)}");
            }

            await Task.Delay(Pause, context.Time, cancellation).ConfigureAwait(false);
        }
    }

    // The host's daemon itself may not set the clock. A word of date's own, with the fraction of a second that it would leave out.
    private static Task<string> SetAsync(CheckContext context, string by, CancellationToken cancellation) =>
        context.HostUnitAsync($"date -u -s \"$(date -u -d '{by}' '+%F %T.%N')\"", cancellation);

    /// <summary>What is wrong with each VM; that the clocks had to be stepped shows that they were looked at since.</summary>
    private static async Task<string[]> WrongAsync(CheckContext context, long after, CancellationToken cancellation)
    {
        var stepped = (await EventsCommand.AfterAsync(context.Device, null, after, cancellation).ConfigureAwait(false))
            .Where(e => e.Kind == DeviceEventKind.Clock).Select(e => e.Vm).ToHashSet();
        var wrong = new List<string>();
        foreach (var vm in context.Plan.Vms)
        {
            if (!stepped.Contains(vm.Name.Value))
            {
                wrong.Add($"no event tells that the clock of {vm.Name} was stepped");
                continue;
            }

            var guest = (await context.Device.AskAsync(ControlRequest.Create(ControlVerb.Guest, vm.Name.Value), Limit, cancellation)
                .ConfigureAwait(false)).Guest!;
            if (Math.Abs(guest.ClockOffsetSeconds) - guest.ClockUncertaintySeconds >= Agree)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"the clock of {vm.Name} is {guest.ClockOffsetSeconds:+0.000;-0.000} s from the host's"));
            }
        }

        return [.. wrong];
    }
}
