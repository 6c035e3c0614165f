// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Model;
using Ghaf.Protocol;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ghaf.Cli;

/// <summary>What the VMs say of themselves, as a table.</summary>
internal static class OverviewTable
{
    // Beyond it, certificates, tickets and logs begin to disagree.
    private const double MuchOffset = 0.1;

    public static IRenderable Of(DeviceOverview overview)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var title in (string[])["VM", "State", "System", "Memory used", "Load", "Clock", "Denied calls", "Up since start"])
        {
            table.AddColumn(new TableColumn(title).NoWrap());
        }

        foreach (var vm in overview.Device.Vms)
        {
            table.AddRow([.. Row(vm, overview.Guests.FirstOrDefault(guest => guest.Name == vm.Name)).Select(text => new Text(text))]);
        }

        return new Rows(
        [
            table,
            .. overview.Guests.Where(guest => guest.FailedUnits.Count > 0).Select(guest =>
                new Text($" {guest.Name}: failed units: {string.Join(", ", guest.FailedUnits)}", new Style(Color.Red))),
            .. overview.Guests.Where(guest => Math.Abs(guest.ClockOffsetSeconds) - guest.ClockUncertaintySeconds > MuchOffset).Select(guest =>
                new Text($" {guest.Name}: its clock is {Offset(guest)} from the host's", new Style(Color.Yellow))),
            .. overview.Silent.Select(guest => new Text($" {guest.Name}: {guest.Reason}", new Style(Color.Grey))),
        ]);
    }

    private static IEnumerable<string> Row(VmStatus vm, GuestReport? guest) =>
    [
        vm.Name,
        StatusTable.Word(vm.State),
        guest?.SystemState ?? "",
        guest is null ? "" : $"{new ByteSize(guest.MemoryTotalBytes - guest.MemoryAvailableBytes).MiB} of {new ByteSize(guest.MemoryTotalBytes).MiB} MiB",
        guest?.LoadAverage.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
        guest is null ? "" : Offset(guest),
        guest is null ? "" : $"{guest.DeniedCalls}",
        guest is null ? "" : Amounts.Of(TimeSpan.FromSeconds(Math.Floor(guest.UptimeSeconds))),
    ];

    private static string Offset(GuestReport guest) =>
        string.Create(CultureInfo.InvariantCulture, $"{guest.ClockOffsetSeconds * 1000:+0;-0;0} ±{guest.ClockUncertaintySeconds * 1000:0} ms");
}
