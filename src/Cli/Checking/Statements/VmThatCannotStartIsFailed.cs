// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;
using Ghaf.Runners;

namespace Ghaf.Cli.Checking;

/// <summary>Breaks one VM's unit, looks at what the device reports, and mends it.</summary>
internal sealed class VmThatCannotStartIsFailed : IStatement
{
    public string Text => "A VM that cannot start is shown as failed with its reason, and the others run on";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var victim = context.Plan.Vms.Last(vm => !vm.Routes);
        var unit = HostPaths.Unit(victim);
        var folder = $"/run/systemd/system/{unit}.d";
        var before = await context.StatusAsync(cancellation).ConfigureAwait(false);
        try
        {
            await context.HostAsync(
                $"mkdir -p {folder} && printf '[Service]\\nExecStart=\\nExecStart=/bin/sh -c \"echo broken by the check >&2; exit 3\"\\n'"
                + $" >{folder}/broken.conf && systemctl daemon-reload && systemctl --no-block restart {unit}",
                cancellation).ConfigureAwait(false);
            var failed = await context.WaitAsync(victim.Name, vm => vm.State == VmState.Failed, "failed", cancellation).ConfigureAwait(false);
            var disturbed = Undisturbed.Compare(
                before, await context.StatusAsync(cancellation).ConfigureAwait(false), victim.Name.Value);
            return string.IsNullOrWhiteSpace(failed.Reason) ? StatementResult.False($"{victim.Name} failed without a reason")
                : disturbed is not null ? StatementResult.False(disturbed)
                : StatementResult.True($"{victim.Name} failed: {failed.Reason}");
        }
        finally
        {
            await context.HostAsync(
                $"rm -rf {folder}; systemctl daemon-reload; systemctl reset-failed {unit}; systemctl --no-block start {unit}",
                context.CleanUp).ConfigureAwait(false);
            await context.WaitAsync(victim.Name, vm => vm.State == VmState.Ready, "ready again", cancellation).ConfigureAwait(false);
        }
    }
}
