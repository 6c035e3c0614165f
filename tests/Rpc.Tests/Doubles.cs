// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc.Contracts;
using Grpc.Core;

namespace Ghaf.Rpc.Tests;

// Implementations that only tell that they were reached.
internal sealed class GuestDouble(Reached reached) : Guest.GuestBase
{
    public override Task<GetStatusResponse> GetStatus(GetStatusRequest request, ServerCallContext context) =>
        reached.By<GetStatusResponse>("Guest/GetStatus");

    public override Task<GetTimeResponse> GetTime(GetTimeRequest request, ServerCallContext context) =>
        reached.By<GetTimeResponse>("Guest/GetTime");

    public override Task<SetTimeResponse> SetTime(SetTimeRequest request, ServerCallContext context) =>
        reached.By<SetTimeResponse>("Guest/SetTime");

    public override Task<CreateSigningRequestResponse> CreateSigningRequest(CreateSigningRequestRequest request, ServerCallContext context) =>
        reached.By<CreateSigningRequestResponse>("Guest/CreateSigningRequest");

    public override Task<TakeCertificateResponse> TakeCertificate(TakeCertificateRequest request, ServerCallContext context) =>
        reached.By<TakeCertificateResponse>("Guest/TakeCertificate");
}

internal sealed class ApplicationsDouble(Reached reached) : Applications.ApplicationsBase
{
    public override Task<ListApplicationsResponse> List(ListApplicationsRequest request, ServerCallContext context) =>
        reached.By<ListApplicationsResponse>("Applications/List");

    public override Task<StartApplicationResponse> Start(StartApplicationRequest request, ServerCallContext context) =>
        reached.By<StartApplicationResponse>("Applications/Start");

    public override Task<StopApplicationResponse> Stop(StopApplicationRequest request, ServerCallContext context) =>
        reached.By<StopApplicationResponse>("Applications/Stop");
}

internal sealed class UnitsDouble(Reached reached) : Units.UnitsBase
{
    public override Task<GetUnitResponse> Get(GetUnitRequest request, ServerCallContext context) =>
        reached.By<GetUnitResponse>("Units/Get");
}

internal sealed class PowerDouble(Reached reached) : Power.PowerBase
{
    public override Task<PowerOffResponse> PowerOff(PowerOffRequest request, ServerCallContext context) =>
        reached.By<PowerOffResponse>("Power/PowerOff");

    public override Task<RebootResponse> Reboot(RebootRequest request, ServerCallContext context) =>
        reached.By<RebootResponse>("Power/Reboot");
}

internal sealed class LogsDouble(Reached reached) : Logs.LogsBase
{
    public override async Task Read(ReadLogsRequest request, IServerStreamWriter<LogBatch> responseStream, ServerCallContext context) =>
        await responseStream.WriteAsync(await reached.By<LogBatch>("Logs/Read"));
}

internal sealed class LogStoreDouble(Reached reached) : LogStore.LogStoreBase
{
    public override Task<SearchLogsResponse> Search(SearchLogsRequest request, ServerCallContext context) =>
        reached.By<SearchLogsResponse>("LogStore/Search");

    public override async Task Export(ExportLogsRequest request, IServerStreamWriter<ChainSection> responseStream, ServerCallContext context) =>
        await responseStream.WriteAsync(await reached.By<ChainSection>("LogStore/Export"));
}

internal sealed class AnchorsDouble(Reached reached) : Anchors.AnchorsBase
{
    public override Task<KeepAnchorResponse> Keep(KeepAnchorRequest request, ServerCallContext context) =>
        reached.By<KeepAnchorResponse>("Anchors/Keep");
}

internal sealed class VmsDouble(Reached reached) : Vms.VmsBase
{
    public override Task<ListVmsResponse> List(ListVmsRequest request, ServerCallContext context) => reached.By<ListVmsResponse>("Vms/List");

    public override Task<VmResponse> Start(VmRequest request, ServerCallContext context) => reached.By<VmResponse>("Vms/Start");

    public override Task<VmResponse> Stop(VmRequest request, ServerCallContext context) => reached.By<VmResponse>("Vms/Stop");

    public override Task<VmResponse> Restart(VmRequest request, ServerCallContext context) => reached.By<VmResponse>("Vms/Restart");

    public override Task<VmResponse> Pause(VmRequest request, ServerCallContext context) => reached.By<VmResponse>("Vms/Pause");

    public override Task<VmResponse> Resume(VmRequest request, ServerCallContext context) => reached.By<VmResponse>("Vms/Resume");
}

internal sealed class EventsDouble(Reached reached) : Events.EventsBase
{
    public override async Task Watch(WatchEventsRequest request, IServerStreamWriter<Event> responseStream, ServerCallContext context) =>
        await responseStream.WriteAsync(await reached.By<Event>("Events/Watch"));

    public override Task<ReportEventResponse> Report(ReportEventRequest request, ServerCallContext context) =>
        reached.By<ReportEventResponse>("Events/Report");
}
