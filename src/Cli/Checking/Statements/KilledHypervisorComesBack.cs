// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli.Checking;

/// <summary>Kills the hypervisor of one VM and watches all.</summary>
internal sealed class KilledHypervisorComesBack : IStatement
{
    public string Text => "A killed hypervisor is restarted and its VM ready again, and the others are undisturbed";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var victim = context.Plan.Vms.First(vm => vm is { Routes: false, Gateway: not null }).Name;
        var before = await context.StatusAsync(cancellation).ConfigureAwait(false);
        var restarts = before.Vms.Single(vm => vm.Name == victim.Value).Restarts;
        var begun = context.Time.GetTimestamp();
        await context.Device.AskAsync(
            ControlRequest.Create(ControlVerb.Kill, victim.Value), TimeSpan.FromSeconds(30), cancellation).ConfigureAwait(false);
        await context.WaitAsync(
            victim, vm => vm.State == VmState.Ready && vm.Restarts > restarts, "ready again", cancellation).ConfigureAwait(false);
        var took = context.Time.GetElapsedTime(begun);
        var after = await context.StatusAsync(cancellation).ConfigureAwait(false);
        var disturbed = Undisturbed.Compare(before, after, victim.Value);
        return disturbed is null
            ? StatementResult.True($"{victim} was ready again after {Amounts.Of(took)}; the others never left “ready”")
            : StatementResult.False(disturbed);
    }
}
