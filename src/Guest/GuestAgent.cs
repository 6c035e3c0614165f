// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest.Clock;
using Ghaf.Guest.Processes;
using Ghaf.Guest.Services;
using Ghaf.Guest.Settings;
using Ghaf.Guest.Units;
using Ghaf.Journal;
using Ghaf.Rpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ghaf.Guest;

/// <summary>Puts the agent together.</summary>
internal static class GuestAgent
{
    /// <param name="keptIdentity">Where a renewed identity is kept; null for nowhere.</param>
    public static WebApplication Build(
        RpcServerOptions options, GuestSettings settings, string? keptIdentity, IRunProgram programs, IWallClock clock,
        IJournalReader journal) => RpcServer.Build(
        options,
        services => services
            .AddSingleton(settings).AddSingleton(programs).AddSingleton(clock).AddSingleton(journal).AddSingleton<Systemd>()
            .AddSingleton(provider => new IdentityKeeper(provider.GetRequiredService<CurrentIdentity>(), keptIdentity))
            .AddSingleton<GuestService>().AddSingleton<ApplicationsService>().AddSingleton<UnitsService>().AddSingleton<PowerService>()
            .AddSingleton<LogsService>(),
        routes =>
        {
            routes.MapGrpcService<GuestService>();
            routes.MapGrpcService<ApplicationsService>();
            routes.MapGrpcService<UnitsService>();
            routes.MapGrpcService<PowerService>();
            routes.MapGrpcService<LogsService>();
        });
}
