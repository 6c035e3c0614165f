// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Model;
using Ghaf.Protocol;

namespace Ghaf.Cli.Checking;

/// <summary>Has a VM stand still for a while: it says nothing, goes on as the same run, and its clock is put right.</summary>
internal sealed class PausedVmGoesOnWithTheHostsTime : IStatement
{
    // More than a clock may be off, by far.
    private static readonly TimeSpan Stands = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private const double Agree = 0.1;

    public string Text => "A VM that was paused goes on, and its clock agrees with the host's within 100 ms";

    public TimeSpan Patience => TimeSpan.FromMinutes(4);

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var victim = context.Plan.Vms.Last(vm => !vm.Routes);
        var before = await context.StatusAsync(victim.Name, cancellation).ConfigureAwait(false);
        var last = await EventsCommand.AfterAsync(context.Device, null, 0, cancellation).ConfigureAwait(false) is [.., { Number: var number }] ? number : 0;
        await AskAsync(context, ControlVerb.Pause, victim, cancellation).ConfigureAwait(false);
        try
        {
            await context.WaitAsync(victim.Name, vm => vm.State == VmState.Paused, "paused", cancellation).ConfigureAwait(false);
            await Task.Delay(Stands, context.Time, cancellation).ConfigureAwait(false);
        }
        finally
        {
            await AskAsync(context, ControlVerb.Resume, victim, context.CleanUp).ConfigureAwait(false);
        }

        var after = await context.WaitAsync(victim.Name, vm => vm.State == VmState.Ready, "ready again", cancellation).ConfigureAwait(false);
        return after.ReadySince != before.ReadySince || after.Restarts != before.Restarts
            ? StatementResult.False($"{victim.Name} was started again")
            : await WaitForClockAsync(context, victim, last, cancellation).ConfigureAwait(false);
    }

    // The event shows that the clock was wrong, and who put it right.
    private static async Task<StatementResult> WaitForClockAsync(CheckContext context, VmPlan victim, long after, CancellationToken cancellation)
    {
        var begun = context.Time.GetTimestamp();
        while (true)
        {
            var guest = (await AskAsync(context, ControlVerb.Guest, victim, cancellation).ConfigureAwait(false)).Guest!;
            var steps = (await EventsCommand.AfterAsync(context.Device, victim.Name.Value, after, cancellation).ConfigureAwait(false))
                .Where(e => e.Kind == DeviceEventKind.Clock).ToArray();
            var agrees = Math.Abs(guest.ClockOffsetSeconds) - guest.ClockUncertaintySeconds < Agree;
            if (agrees && steps.Length > 0)
            {
                return StatementResult.True(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{steps[^1].Text} Then it was {guest.ClockOffsetSeconds * 1000:0} ±{guest.ClockUncertaintySeconds * 1000:0} ms from the host's"));
            }

            if (context.Time.GetElapsedTime(begun) > Limit)
            {
                return StatementResult.False(agrees
                    ? $"the clock of {victim.Name} was right all the time, so that nothing is shown"
                    : string.Create(CultureInfo.InvariantCulture, $"the clock of {victim.Name} is {guest.ClockOffsetSeconds:0.000} s from the host's"));
            }

            await Task.Delay(Pause, context.Time, cancellation).ConfigureAwait(false);
        }
    }

    private static Task<ControlReply> AskAsync(CheckContext context, ControlVerb verb, VmPlan vm, CancellationToken cancellation) =>
        context.Device.AskAsync(ControlRequest.Create(verb, vm.Name.Value), Limit, cancellation);
}
