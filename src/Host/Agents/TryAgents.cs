// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Rpc;
using Grpc.Core;

namespace Ghaf.Host.Agents;

/// <summary>
/// Tries every VM's agent as the host and as every other VM, with every method, and prints what came of it: a line
/// <c>CALLED CALLER METHOD STATUS</c> each, with gRPC's word for the status. For checks, which compare it with the plan.
/// </summary>
internal static class TryAgents
{
    // The host may call all, and some of it turns the VM off.
    private const string Harmless = "Guest/GetStatus";

    private static readonly Marshaller<byte[]> Raw = Marshallers.Create(bytes => bytes, bytes => bytes);

    public static async Task<int> RunAsync(
        HostPlan plan, DeviceIdentities identities, Func<SupervisedVm, Identity, GuestChannel> connect, TextWriter output, CancellationToken cancel)
    {
        foreach (var vm in plan.Vms.Where(vm => vm.HasAgent))
        {
            await TryAsync(vm, identities.Host, [Harmless], connect, output, cancel).ConfigureAwait(false);
            foreach (var other in plan.Vms.Where(other => other != vm))
            {
                using var identity = identities.Issue(other.Name);
                var methods = ContractMethod.OfAgent.Select(method => method.Name).Where(method => !IsAllowed(other, vm, method));
                await TryAsync(vm, identity, methods, connect, output, cancel).ConfigureAwait(false);
            }
        }

        return 0;
    }

    // What a VM is allowed is left to whoever wants it done.
    private static bool IsAllowed(SupervisedVm caller, SupervisedVm called, string method) => caller.Calls.Any(
        call => call.On == called.Name && new CallRule(caller.Name, call.Method).Covers(method));

    private static async Task TryAsync(
        SupervisedVm vm, Identity caller, IEnumerable<string> methods, Func<SupervisedVm, Identity, GuestChannel> connect,
        TextWriter output, CancellationToken cancel)
    {
        using var channel = connect(vm, caller);
        foreach (var method in methods)
        {
            var status = await CallAsync(channel, ContractMethod.All.Single(m => m.Name == method).Path, cancel).ConfigureAwait(false);
            await output.WriteLineAsync($"{vm.Name} {caller.Name} {method} {status}").ConfigureAwait(false);
        }
    }

    private static async Task<StatusCode> CallAsync(GuestChannel channel, string path, CancellationToken cancel)
    {
        var parts = path.Split('/');
        try
        {
            await channel.Calls.AsyncUnaryCall(
                new Method<byte[], byte[]>(MethodType.Unary, parts[1], parts[2], Raw, Raw), null, new CallOptions(cancellationToken: cancel), [])
                .ResponseAsync.ConfigureAwait(false);
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            cancel.ThrowIfCancellationRequested();
            return e.StatusCode;
        }
    }
}
