// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Globalization;
using Ghaf.Images;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ghaf.Cli.Sizes;

/// <summary>A <see cref="SizeReport"/> for people, in MB of a million bytes.</summary>
internal static class SizeTable
{
    // What is smaller is added up to one line.
    private const double Least = 0.5;

    public static string MB(long bytes) => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>The host by its parts, then the VMs.</summary>
    public static IRenderable Of(SizeReport report) => new Rows(
    [
        new Text($"{report.Target}: {MB(report.HostBytes)} MB host, {MB(report.VmBytes)} MB VMs"),
        OfParts("Host", report.Host),
        .. report.Vms.IsEmpty ? (IRenderable[])[] : [OfVms(report.Vms)],
    ]);

    /// <summary>One VM, or what VMs share, by its parts.</summary>
    public static IRenderable Of(VmSize vm) => new Rows(new Text($"{vm.Name}: {MB(vm.Bytes)} MB"), OfParts(vm.Name, vm.Parts));

    private static Table OfParts(string name, ImmutableArray<PartSize> parts)
    {
        var table = Columns(name, "Kind", "MB", "Files");
        foreach (var part in parts.Where(part => part.Bytes >= Least * 1e6))
        {
            table.AddRow(part.Name, Word(part.Kind), MB(part.Bytes), $"{part.Files}");
        }

        PartSize[] small = [.. parts.Where(part => part.Bytes < Least * 1e6)];
        if (small.Length > 0)
        {
            table.AddRow($"{small.Length} smaller ones", "", MB(small.Sum(part => part.Bytes)), $"{small.Sum(part => part.Files)}");
        }

        return table;
    }

    private static Table OfVms(ImmutableArray<VmSize> vms)
    {
        var table = Columns("VMs", "MB");
        foreach (var vm in vms)
        {
            table.AddRow(vm.Name, MB(vm.Bytes));
        }

        return table;
    }

    private static Table Columns(params string[] titles)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var title in titles)
        {
            var column = new TableColumn(title).NoWrap();
            table.AddColumn(title is "MB" or "Files" ? column.RightAligned() : column);
        }

        return table;
    }

    private static string Word(PartKind kind) => kind.ToString().ToLowerInvariant();
}
