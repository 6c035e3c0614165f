// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest.Applications;
using Ghaf.Guest.Settings;
using Ghaf.Guest.Units;
using Ghaf.Rpc.Contracts;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Ghaf.Guest.Services;

/// <summary>Starts and stops the VM's applications. They are systemd's, not our children: the agent may end while they run.</summary>
internal sealed class ApplicationsService(GuestSettings settings, Systemd systemd, ILogger<ApplicationsService> log)
    : Rpc.Contracts.Applications.ApplicationsBase
{
    public override async Task<ListApplicationsResponse> List(ListApplicationsRequest request, ServerCallContext context)
    {
        var states = await StatesAsync(context.CancellationToken).ConfigureAwait(false);
        return new ListApplicationsResponse
        {
            Applications =
            {
                settings.Applications.Select(a => new Application
                {
                    Id = a.Id,
                    Title = a.Title,
                    ActiveState = states.FirstOrDefault(s => s.Id == UnitName.OfApplication(a.Id))?.Active ?? "unknown",
                }),
            },
        };
    }

    public override async Task<StartApplicationResponse> Start(StartApplicationRequest request, ServerCallContext context)
    {
        var application = Find(request.Id);
        var command = ComposeCommand.Of(application, request.Arguments);
        var unit = UnitName.OfApplication(application.Id);
        if (await systemd.ShowAsync([unit], context.CancellationToken).ConfigureAwait(false)
            is [{ Active: "active" or "activating" or "reloading" or "deactivating" } present])
        {
            throw new RpcException(new Status(StatusCode.AlreadyExists, $"“{application.Id}” is {present.Active} already; stop it first."));
        }

        await systemd.StartAsync(unit, application.Title, command, context.CancellationToken).ConfigureAwait(false);
        log.LogInformation("Started {Id}.", application.Id);
        return new StartApplicationResponse();
    }

    public override async Task<StopApplicationResponse> Stop(StopApplicationRequest request, ServerCallContext context)
    {
        var application = Find(request.Id);
        var unit = UnitName.OfApplication(application.Id);

        // A transient unit that has ended does not exist any more; systemctl would call that a failure.
        if (await systemd.ShowAsync([unit], context.CancellationToken).ConfigureAwait(false) is [{ Load: not "not-found" }])
        {
            await systemd.StopAsync(unit, context.CancellationToken).ConfigureAwait(false);
            log.LogInformation("Stopped {Id}.", application.Id);
        }

        return new StopApplicationResponse();
    }

    private async Task<IReadOnlyList<UnitState>> StatesAsync(CancellationToken cancellation) => settings.Applications.IsEmpty
        ? []
        : await systemd.ShowAsync([.. settings.Applications.Select(a => UnitName.OfApplication(a.Id))], cancellation).ConfigureAwait(false);

    private ApplicationSettings Find(string id) => settings.Applications.FirstOrDefault(a => a.Id == id)
        ?? throw new RpcException(new Status(
            StatusCode.NotFound,
            $"{settings.Name} has no application “{id}”; it has {(settings.Applications.IsEmpty ? "none" : string.Join(", ", settings.Applications.Select(a => a.Id)))}."));
}
