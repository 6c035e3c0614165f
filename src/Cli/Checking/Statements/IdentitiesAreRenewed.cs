// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli.Checking;

/// <summary>Has every VM's agent take a new key: it answers with it afterwards, and neither it nor the VM was started again.</summary>
internal sealed class IdentitiesAreRenewed : IStatement
{
    private const string Serial = "sha256sum /run/ghaf-guestd/identity.pem 2>/dev/null; systemctl show -p MainPID --value guestd.service";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public string Text => "A VM's identity is renewed without a restart";

    public TimeSpan Patience => TimeSpan.FromMinutes(4);

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        foreach (var vm in context.Plan.Vms)
        {
            var before = await AskAsync(context, ControlVerb.Guest, vm.Name.Value, cancellation).ConfigureAwait(false);
            var first = await context.VmAsync(vm.Name, Serial, cancellation).ConfigureAwait(false);
            var after = await AskAsync(context, ControlVerb.RenewIdentity, vm.Name.Value, cancellation).ConfigureAwait(false);
            var second = await context.VmAsync(vm.Name, Serial, cancellation).ConfigureAwait(false);
            if (after.BootId != before.BootId || first == second || first.Split('\n')[^1] != second.Split('\n')[^1])
            {
                return StatementResult.False($"{vm.Name} had boot {before.BootId} and “{first}”, then boot {after.BootId} and “{second}”");
            }
        }

        return StatementResult.True($"{context.Plan.Vms.Length} agents took new keys while they ran, and answered with them");
    }

    private static async Task<GuestReport> AskAsync(CheckContext context, ControlVerb verb, string vm, CancellationToken cancellation) =>
        (await context.Device.AskAsync(ControlRequest.Create(verb, vm), Limit, cancellation).ConfigureAwait(false)).Guest
        ?? throw new StatementNotCheckedException($"The device answered without a report of {vm}.");
}
