// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Rpc;

namespace Ghaf.Host.Agents;

/// <summary>
/// Tries every VM's agent as the host and as every other VM, with every method, and prints what came of it: a line
/// <c>CALLED CALLER METHOD STATUS</c> each, with gRPC's word for the status. The caller <c>host@curl-vm</c> is curl-vm with the
/// stolen identity of the host. For checks, which compare it with the plan.
/// </summary>
internal static class TryAgents
{
    // The host may call all, and some of it turns the VM off.
    private static readonly ContractMethod Harmless = ContractMethod.All.Single(method => method.Name == "Guest/GetStatus");

    /// <param name="connect">To a VM, with an identity, as the one who calls by the host's word.</param>
    public static async Task<int> RunAsync(
        HostPlan plan, DeviceIdentities identities, Func<SupervisedVm, Identity, string, GuestChannel> connect, TextWriter output,
        CancellationToken cancel)
    {
        foreach (var vm in plan.Vms.Where(vm => vm.HasAgent))
        {
            await TryAsync(vm, PeerName.Host, connect(vm, identities.Host, PeerName.Host), [Harmless], output, cancel).ConfigureAwait(false);
            foreach (var other in plan.Vms.Where(other => other != vm))
            {
                using var identity = identities.Issue(other.Name);
                var methods = ContractMethod.All.Where(method => !IsAllowed(other, vm, method.Name));
                await TryAsync(vm, other.Name, connect(vm, identity, other.Name), methods, output, cancel).ConfigureAwait(false);
                await TryAsync(
                    vm, $"{PeerName.Host}@{other.Name}", connect(vm, identities.Host, other.Name), [Harmless], output, cancel).ConfigureAwait(false);
            }
        }

        return 0;
    }

    // What a VM is allowed is left to whoever wants it done.
    private static bool IsAllowed(SupervisedVm caller, SupervisedVm called, string method) => caller.Calls.Any(
        call => call.On == called.Name && new CallRule(caller.Name, call.Method).Covers(method));

    private static async Task TryAsync(
        SupervisedVm vm, string caller, GuestChannel channel, IEnumerable<ContractMethod> methods, TextWriter output, CancellationToken cancel)
    {
        using (channel)
        {
            foreach (var method in methods)
            {
                var status = await ProbeCall.StatusAsync(channel, method, cancel).ConfigureAwait(false);
                await output.WriteLineAsync($"{vm.Name} {caller} {method.Name} {status}").ConfigureAwait(false);
            }
        }
    }
}
