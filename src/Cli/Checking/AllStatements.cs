// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Cli.Checking;

/// <summary>In the order in which they are checked: what disturbs the device comes last.</summary>
internal static class AllStatements
{
    public static ImmutableArray<IStatement> InOrder { get; } =
    [
        new ReadinessCameOverVsock(),
        new NoUnitHasFailed(),
        new SecureBootIsOn(),
        new HostHasNoNetwork(),
        new CardsAreBoundToVfio(),
        new CardsWereBoundBeforeVms(),
        new ScanFindsTheMachine(),
        new HypervisorsHaveTheirUsersAndLimits(),
        new GatewayDrivesTheCard(),
        new GatewayHasALease(),
        new GatewayServesDhcpAndDns(),
        new GatewayRefusesByDefault(),
        new VmsHaveTheirAddresses(),
        new PageIsFetchedByName(),
        new VmsCannotReachEachOther(),
        new VmsCannotReachHost(),
        new GatewayOffersOnlyItsServicesOverUdp(),
        new GatewayOffersOnlyDnsOverTcp(),
        new EveryVmHasItsCommands(),
        new KilledHypervisorComesBack(),
        new VmThatCannotStartIsFailed(),
    ];
}
