// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Ghaf.Protocol;

namespace Ghaf.Benchmarks.Reporting;

/// <summary>The part of the page about whole devices, side by side.</summary>
internal static class DeviceTable
{
    private const int MostSteps = 12;

    public static string Of(IReadOnlyList<DeviceResult> devices)
    {
        var page = new StringBuilder("\n## The reference device\n\n");
        Row(page, "", devices.Select(device => device.Target));
        page.Append("|---|").Insert(page.Length, "---:|", devices.Count).Append('\n');
        Row(page, "Build from fetched packages", devices.Select(device =>
            $"{Text(device.Build.Timing.Wall)} s ({Text(device.Build.Timing.Processor)} s of processors)"));
        Row(page, "Disk image", devices.Select(device => $"{MiB(device.Disk.Bytes)}, {MiB(device.Disk.Stored)} without holes"));
        foreach (var part in devices.SelectMany(device => device.Parts.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            Row(page, $"`{part}`", devices.Select(device => device.Parts.TryGetValue(part, out var bytes) ? MiB(bytes) : "–"));
        }

        foreach (var (name, part) in ((string, Func<BootTimes, double?>)[])
            [
                ("Boot: firmware", boot => boot.Firmware), ("Boot: loader", boot => boot.Loader), ("Boot: kernel", boot => boot.Kernel),
                ("Boot: initrd", boot => boot.Initrd), ("Boot: userspace of the host", boot => boot.Userspace),
            ])
        {
            Row(page, name, devices.Select(device => Seconds(device.Rest is { } rest ? part(rest.Boot) : null)));
        }

        foreach (var vm in devices.SelectMany(device => device.Rest?.Vms ?? []).Select(vm => vm.Name).Distinct())
        {
            Row(page, $"{vm} ready after its start", devices.Select(device => Seconds(Vm(device, vm)?.BootSeconds)));
        }

        Row(page, "All VMs ready after the start of the command", devices.Select(device => Seconds(device.Rest?.BootSeconds)));
        foreach (var vm in devices.SelectMany(device => device.Rest?.Vms ?? []).Select(vm => vm.Name).Distinct())
        {
            Row(page, $"{vm} at rest, hypervisor included", devices.Select(device => Vm(device, vm) is { } at
                ? $"{(at.UsedBytes is { } used ? MiB(used) : "?")}, of {MiB(at.GivenBytes)} given"
                : "–"));
        }

        foreach (var device in devices)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n| Slowest steps of {device.Target} | Seconds |\n|---|---:|\n");
            foreach (var step in device.Build.Steps.Take(MostSteps))
            {
                Row(page, step.Title, [Text(step.Seconds)]);
            }
        }

        return page.ToString();
    }

    private static VmResult? Vm(DeviceResult device, string name) => device.Rest?.Vms.FirstOrDefault(vm => vm.Name == name);

    private static void Row(StringBuilder page, string title, IEnumerable<string> cells) =>
        page.Append("| ").Append(title).Append(" | ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Text(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Seconds(double? seconds) => seconds is { } known ? Text(known) + " s" : "–";

    private static string MiB(long bytes) => Text(bytes / 1048576.0) + " MiB";
}
