// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Host.Steering;
using Ghaf.Protocol;
using Ghaf.Rpc;
using Ghaf.Rpc.Contracts;
using Grpc.Core;

namespace Ghaf.Host.Serving;

/// <summary>The VMs for those VMs that may see or steer them.</summary>
internal sealed class VmsService(HostPlan plan, DeviceWatch watch, SteerVms steering) : Vms.VmsBase
{
    public override Task<ListVmsResponse> List(ListVmsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListVmsResponse { Vms = { watch.Snapshot().Vms.Select(Of) } });

    public override Task<VmResponse> Start(VmRequest request, ServerCallContext context) => DoAsync(VmOrder.Start, request, context);

    public override Task<VmResponse> Stop(VmRequest request, ServerCallContext context) => DoAsync(VmOrder.Stop, request, context);

    public override Task<VmResponse> Restart(VmRequest request, ServerCallContext context) => DoAsync(VmOrder.Restart, request, context);

    public override Task<VmResponse> Pause(VmRequest request, ServerCallContext context) => DoAsync(VmOrder.Pause, request, context);

    public override Task<VmResponse> Resume(VmRequest request, ServerCallContext context) => DoAsync(VmOrder.Resume, request, context);

    private async Task<VmResponse> DoAsync(VmOrder order, VmRequest request, ServerCallContext context)
    {
        var vm = plan.Find(request.Name) ?? throw new RpcException(new Status(
            StatusCode.NotFound, $"There is no VM “{request.Name}”. (This device has {string.Join(", ", plan.Vms.Select(vm => vm.Name))}.)"));
        return await steering.DoAsync(order, vm, context.CallerName(), SteerVms.Limit, context.CancellationToken).ConfigureAwait(false) is { } failure
            ? throw new RpcException(new Status(StatusCode.FailedPrecondition, failure))
            : new VmResponse { Vm = Of(watch.Snapshot().Vms.Single(status => status.Name == vm.Name)) };
    }

    private static Vm Of(VmStatus vm) => new()
    {
        Name = vm.Name,
        State = vm.State.ToString().ToLowerInvariant(),
        Reason = vm.Reason ?? "",
        UptimeSeconds = vm.UptimeSeconds ?? 0,
        Restarts = vm.Restarts,
        Resources = new Resources
        {
            MemoryUsedBytes = vm.MemoryUsedBytes ?? 0,
            MemoryGivenBytes = vm.MemoryBytes,
            MemoryLimitBytes = vm.MemoryLimitBytes ?? 0,
            ProcessorSeconds = vm.ProcessorSeconds ?? 0,
        },
    };
}
