// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Protocol;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ghaf.Cli;

/// <summary>The VMs of a device as a table.</summary>
internal static class StatusTable
{
    public static IRenderable Of(DeviceStatus status)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var title in (string[])["VM", "State", "Ready after", "Address", "Memory", "On host", "Uptime", "Restarts"])
        {
            table.AddColumn(new TableColumn(title).NoWrap());
        }

        foreach (var vm in status.Vms)
        {
            table.AddRow(
                new Text(vm.Name),
                new Text(Word(vm.State), new Style(Colour(vm.State))),
                new Text(vm.BootSeconds is { } boot ? Amounts.Of(TimeSpan.FromSeconds(boot)) : ""),
                new Text(vm.Address),
                new Text($"{new ByteSize(vm.MemoryBytes)}"),
                new Text(vm.MemoryUsedBytes is { } used ? $"{new ByteSize(used).MiB} MiB" : ""),
                new Text(vm.UptimeSeconds is { } up ? Amounts.Of(TimeSpan.FromSeconds(Math.Floor(up))) : ""),
                new Text($"{vm.Restarts}"));
        }

        var failures = status.Vms
            .Where(vm => vm.State == VmState.Failed && vm.Reason is not null)
            .Select(vm => new Text($" {vm.Name} failed: {vm.Reason}", new Style(Color.Red)));
        IEnumerable<Text> host = status.Boot is { } times ? [new Text($" Host {BootText.Of(times)}", new Style(Color.Grey))] : [];
        return new Rows([table, .. host, .. failures]);
    }

    public static string Word(VmState state) => state.ToString().ToLowerInvariant();

    private static Color Colour(VmState state) => state switch
    {
        VmState.Ready => Color.Green,
        VmState.Failed => Color.Red,
        VmState.Starting or VmState.Restarting or VmState.Stopping or VmState.Paused => Color.Yellow,
        _ => Color.Grey,
    };
}
