// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Protocol;

namespace Ghaf.Cli.Checking;

/// <summary>A line that nobody else writes, in the journal of a VM or the host.</summary>
/// <param name="On">Where it was written.</param>
/// <param name="Text">The line; its end shows that what one system wrote is not found under another's name.</param>
internal sealed record LogMark(string On, string Text)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Whether a VM of the device collects logs.</summary>
    public static bool CanBeCollected(DevicePlan plan) => plan.Vms.Any(vm => vm.Programs.Contains(OwnProgram.Admind));

    public static async Task<LogMark> WriteAsync(CheckContext context, string on, CancellationToken cancellation)
    {
        var mark = new LogMark(on, $"ghaf-check-{Guid.NewGuid():N} of {on}");
        var script = $"echo '{mark.Text}' | systemd-cat -t ghaf-check -p info";
        await (on == ControlRequest.Host
            ? context.HostAsync(script, cancellation)
            : context.VmAsync(new VmName(on), script, cancellation)).ConfigureAwait(false);
        return mark;
    }

    /// <summary>Writes one and waits until it is collected.</summary>
    /// <exception cref="StatementNotCheckedException">It was not in time.</exception>
    public static async Task<LogMark> CollectAsync(CheckContext context, string on, CancellationToken cancellation)
    {
        var mark = await WriteAsync(context, on, cancellation).ConfigureAwait(false);
        return await mark.IsCollectedAsync(context, cancellation).ConfigureAwait(false) ? mark : throw new StatementNotCheckedException(
            $"Within {context.ReadyLimit.TotalSeconds:0} s the line “{mark.Text}” was not collected.");
    }

    /// <summary>Waits for it.</summary>
    public async Task<bool> IsCollectedAsync(CheckContext context, CancellationToken cancellation)
    {
        var begun = context.Time.GetTimestamp();
        while (!await IsThereAsync(context, cancellation).ConfigureAwait(false))
        {
            if (context.Time.GetElapsedTime(begun) > context.ReadyLimit)
            {
                return false;
            }

            await Task.Delay(Pause, context.Time, cancellation).ConfigureAwait(false);
        }

        return true;
    }

    public async Task<bool> IsThereAsync(CheckContext context, CancellationToken cancellation)
    {
        var page = await LogsCommand.PageAsync(context.Device, new LogQuery([], Text: Text), cancellation).ConfigureAwait(false);
        return page.Lines.Any(line => line.Source == On && line.Message == Text);
    }
}
