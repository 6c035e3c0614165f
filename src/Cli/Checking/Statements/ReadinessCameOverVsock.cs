// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli.Checking;

/// <summary>Compares the daemon's state with the address that each guest's systemd was told to report to.</summary>
internal sealed class ReadinessCameOverVsock : IStatement
{
    private const string HostCid = "2";

    public string Text => "Every VM is ready, and its own systemd said so over vsock";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var evidence = new List<string>();
        foreach (var vm in (await context.StatusAsync(cancellation).ConfigureAwait(false)).Vms)
        {
            if (vm.State != VmState.Ready || vm.ReadySince is null)
            {
                return StatementResult.False($"{vm.Name} is {StatusTable.Word(vm.State)}. {vm.Reason}");
            }

            var socket = await context.VmAsync(
                new Model.VmName(vm.Name), "cat /run/credentials/@system/vmm.notify_socket", cancellation).ConfigureAwait(false);
            if (!socket.StartsWith($"vsock-stream:{HostCid}:", StringComparison.Ordinal))
            {
                return StatementResult.False($"{vm.Name} reports to “{socket}”");
            }

            evidence.Add($"{vm.Name} after {vm.BootSeconds ?? 0:0.0} s");
        }

        return StatementResult.True(string.Join(", ", evidence));
    }
}
