// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Cli.Checking;

/// <summary>In the order in which they are checked: what disturbs the device comes last.</summary>
internal static class AllStatements
{
    /// <summary>All; and with faults, those again of which faults could leave something behind.</summary>
    public static ImmutableArray<IStatement> For(RunOptions options) => options.Faults == 0
        ? InOrder
        :
        [
            .. InOrder,
            new KilledPartsComeBack(options.Faults, options.Seed),
            .. ((IStatement[])[new NoUnitHasFailed(), new PacketsPassTheirGateways(), new WhatBreaksARuleIsTold(), new VmsCallOnlyWhatTheyMay(), new LogsAreCollected()])
                .Select(statement => new Afterwards(statement)),
        ];

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
        new UplinkVmDrivesTheCard(),
        new UplinkVmHasALease(),
        new GatewaysServeDhcpAndDns(),
        new GatewaysRefuseByDefault(),
        new VmsHaveTheirAddresses(),
        new VmsHaveTheirCables(),
        new PageIsFetchedByName(),
        new PacketsPassTheirGateways(),
        new ForgedSendersAreDropped(),
        new WhatBreaksARuleIsTold(),
        new VmsCannotReachEachOther(),
        new VmsCannotReachHost(),
        new GatewaysOfferOnlyTheirServicesOverUdp(),
        new GatewaysOfferOnlyDnsOverTcp(),
        new AgentsObeyThePolicy(),
        new VmsCallOnlyWhatTheyMay(),
        new IdentitiesAreRenewed(),
        new ApplicationsTakeTypedArguments(),
        new PausedVmGoesOnWithTheHostsTime(),
        new ClocksFollowTheHosts(),
        new LogsAreCollected(),
        new EveryVmHasItsCommands(),
        new NothingPassesWithoutItsInspector(),
        new SevereVmIsShutOut(),
        new KilledHypervisorComesBack(),
        new VmThatCannotStartIsFailed(),
    ];
}
