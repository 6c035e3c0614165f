// SPDX-License-Identifier: Apache-2.0
using Ghaf.Runners;

namespace Ghaf.Cli.Checking;

/// <summary>Opens a port on all of the host's addresses, and probes it from the VMs at every address that they can name.</summary>
internal sealed class VmsCannotReachHost : IStatement
{
    private const string Unit = "ghaf-probe.service";

    private static readonly string Listen =
        $"systemctl stop {Unit} 2>/dev/null; systemd-run --quiet --collect --unit={Unit} "
        + $"systemd-socket-activate -l 0.0.0.0:{TcpListener.Port} --accept /bin/true";

    private static readonly string Connect =
        "for i in 1 2 3 4 5 6 7 8 9 10; do "
        + $"timeout 2 bash -c \"</dev/tcp/127.0.0.1/{TcpListener.Port}\" && exit 0; sleep 0.5; done; exit 1";

    public string Text => "No VM reaches the host over the network";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        foreach (var vm in context.Plan.Vms)
        {
            var network = await context.HostAsync($"systemctl show --value -p PrivateNetwork {HostPaths.Unit(vm)}", cancellation).ConfigureAwait(false);
            if (network != "yes")
            {
                return StatementResult.False($"the hypervisor of {vm.Name} shares the host's network");
            }
        }

        await context.HostAsync(Listen, cancellation).ConfigureAwait(false);
        try
        {
            // The host itself gets through: the port is open.
            await context.HostUnitAsync(Connect, cancellation).ConfigureAwait(false);
            foreach (var link in context.Plan.Links)
            {
                foreach (var address in (string[])[link.GatewayAddress.ToString(), Outside.MachineAddress])
                {
                    if (await TcpProbe.ReachesAsync(context, link.Client, address, TcpListener.Port, cancellation).ConfigureAwait(false))
                    {
                        return StatementResult.False($"{link.Client} reaches port {TcpListener.Port} at {address}");
                    }
                }
            }
        }
        finally
        {
            await context.HostAsync($"systemctl stop {Unit}", context.CleanUp).ConfigureAwait(false);
        }

        return StatementResult.True("the host's open port is seen on its loopback and from no VM; hypervisors have no network");
    }
}
