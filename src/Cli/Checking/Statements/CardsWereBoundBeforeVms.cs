// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Runners;

namespace Ghaf.Cli.Checking;

/// <summary>Compares systemd's monotonic times of the binding and of the VMs' starts.</summary>
internal sealed class CardsWereBoundBeforeVms : IStatement
{
    public string Text => "The cards were bound before any VM started";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var bound = await TimeAsync(context, "ghaf-passthrough.service", "ActiveEnterTimestampMonotonic", cancellation).ConfigureAwait(false);
        if (bound == 0)
        {
            return StatementResult.False("ghaf-passthrough.service never finished");
        }

        var first = long.MaxValue;
        foreach (var vm in context.Plan.Vms)
        {
            var started = await TimeAsync(context, HostPaths.Unit(vm), "ExecMainStartTimestampMonotonic", cancellation).ConfigureAwait(false);
            if (started <= bound)
            {
                return StatementResult.False(started == 0
                    ? $"{vm.Name} was never started"
                    : $"{vm.Name} started at {Seconds(started)}, the cards were bound at {Seconds(bound)}");
            }

            first = Math.Min(first, started);
        }

        return StatementResult.True($"bound {Seconds(bound)} after the start of the host, first VM {Seconds(first)}");
    }

    private static string Seconds(long microseconds) => $"{microseconds / 1e6:0.00} s";

    private static async Task<long> TimeAsync(CheckContext context, string unit, string property, CancellationToken cancellation)
    {
        var text = await context.HostAsync($"systemctl show --value -p {property} {unit}", cancellation).ConfigureAwait(false);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var time) ? time : 0;
    }
}
