// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Ghaf.Host.Clocks;
using Ghaf.Host.Configuration;
using Ghaf.Protocol;
using Ghaf.Rpc;
using Ghaf.Rpc.Contracts;
using Google.Protobuf;
using Grpc.Core;

namespace Ghaf.Host.Agents;

/// <summary>Calls guestd in the VMs over vsock, with mutual TLS, as the host. A connection is made when it is needed.</summary>
/// <param name="connect">To the agent of a VM.</param>
internal sealed class Agents(DeviceIdentities identities, Func<SupervisedVm, GuestChannel> connect, TimeProvider time) : IAgents, IDisposable
{
    private readonly ConcurrentDictionary<string, GuestChannel> _channels = [];

    public static Agents OnPort(uint port, DeviceIdentities identities, TimeProvider time) =>
        new(identities, vm => GuestChannel.Connect(vm.Cid, port, identities.Host, vm.Name), time);

    public Task<GuestReport> ReportAsync(SupervisedVm vm, CancellationToken cancel) => AskAsync(vm, async channel =>
    {
        var asked = time.GetUtcNow();
        var status = await channel.Guest.GetStatusAsync(new GetStatusRequest(), cancellationToken: cancel).ConfigureAwait(false);
        var half = (time.GetUtcNow() - asked) / 2;
        return new GuestReport(
            vm.Name,
            status.Version,
            status.BootId,
            status.UptimeSeconds,
            (DateTimeOffset.UnixEpoch.AddTicks(status.UnixNanoseconds / 100) - (asked + half)).TotalSeconds,
            half.TotalSeconds,
            status.MemoryTotalBytes,
            status.MemoryAvailableBytes,
            status.LoadAverage,
            status.SystemState,
            [.. status.FailedUnits],
            DateTimeOffset.FromUnixTimeSeconds(status.IdentityExpiresUnixSeconds),
            status.DeniedCalls);
    }, cancel);

    public Task<IReadOnlyList<ApplicationStatus>> ApplicationsAsync(SupervisedVm vm, CancellationToken cancel) =>
        AskAsync<IReadOnlyList<ApplicationStatus>>(vm, async channel =>
        {
            var answer = await channel.Applications.ListAsync(new ListApplicationsRequest(), cancellationToken: cancel).ConfigureAwait(false);
            return [.. answer.Applications.Select(a => new ApplicationStatus(vm.Name, a.Id, a.Title, a.ActiveState))];
        }, cancel);

    public Task StartAsync(SupervisedVm vm, string application, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var request = new StartApplicationRequest { Id = application };
        foreach (var argument in arguments)
        {
            var at = argument.IndexOf('=', StringComparison.Ordinal);
            if (at < 1)
            {
                throw new AgentException($"“{argument}” is no argument of an application; write it as name=value.");
            }

            request.Arguments.Add(new Argument { Name = argument[..at], Value = argument[(at + 1)..] });
        }

        return AskAsync(vm, channel => channel.Applications.StartAsync(request, cancellationToken: cancel).ResponseAsync, cancel);
    }

    public Task StopAsync(SupervisedVm vm, string application, CancellationToken cancel) => AskAsync(
        vm, channel => channel.Applications.StopAsync(new StopApplicationRequest { Id = application }, cancellationToken: cancel).ResponseAsync, cancel);

    public Task<ClockReading> ClockAsync(SupervisedVm vm, CancellationToken cancel) => AskAsync(vm, async channel =>
    {
        var asked = time.GetUtcNow();
        var begun = time.GetTimestamp();
        var answer = await channel.Guest.GetTimeAsync(new GetTimeRequest(), cancellationToken: cancel).ConfigureAwait(false);
        var half = time.GetElapsedTime(begun) / 2;
        return new ClockReading(DateTimeOffset.UnixEpoch.AddTicks(answer.UnixNanoseconds / 100) - (asked + half), half);
    }, cancel);

    public Task<TimeSpan> SetClockAsync(SupervisedVm vm, TimeSpan way, CancellationToken cancel) => AskAsync(vm, async channel =>
    {
        var arrival = time.GetUtcNow() + way - DateTimeOffset.UnixEpoch;
        var request = new SetTimeRequest { UnixNanoseconds = arrival.Ticks * 100 };
        var answer = await channel.Guest.SetTimeAsync(request, cancellationToken: cancel).ConfigureAwait(false);
        return TimeSpan.FromTicks(answer.OffsetNanoseconds / 100);
    }, cancel);

    public Task RenewAsync(SupervisedVm vm, CancellationToken cancel) => AskAsync(vm, async channel =>
    {
        var made = await channel.Guest.CreateSigningRequestAsync(new CreateSigningRequestRequest(), cancellationToken: cancel).ConfigureAwait(false);
        var certificate = identities.IssueFor(vm.Name, made.SigningRequest.ToByteArray());
        return await channel.Guest.TakeCertificateAsync(
            new TakeCertificateRequest { Chain = { ByteString.CopyFrom(certificate) } }, cancellationToken: cancel).ConfigureAwait(false);
    }, cancel);

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
        {
            channel.Dispose();
        }
    }

    private async Task<T> AskAsync<T>(SupervisedVm vm, Func<GuestChannel, Task<T>> ask, CancellationToken cancel)
    {
        if (!vm.HasAgent)
        {
            throw new AgentException($"{vm.Name} has no agent: its hypervisor hands it no identity.");
        }

        try
        {
            return await ask(_channels.GetOrAdd(vm.Name, _ => connect(vm))).ConfigureAwait(false);
        }
        catch (RpcException e)
        {
            // That we gave it up is no word of the agent's.
            cancel.ThrowIfCancellationRequested();
            throw new AgentException(vm.Name, e);
        }
        catch (IdentityException e)
        {
            throw new AgentException($"The agent of {vm.Name}: {e.Message}");
        }
    }
}
