// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Reads the driver and the IOMMU group of every device that a VM owns.</summary>
internal sealed class CardsAreBoundToVfio : IStatement
{
    // PCI class 0x0604xx: a bridge belongs to nobody.
    private const string Bridge = "0x0604";

    public string Text => "Every card of a VM is bound to vfio-pci, and nothing of another VM or the host is in its IOMMU group";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var evidence = new List<string>();
        foreach (var (vm, card) in context.Plan.Passthrough)
        {
            var driver = await context.HostAsync(
                $"basename \"$(readlink /sys/bus/pci/devices/{card.Address}/driver)\"", cancellation).ConfigureAwait(false);
            if (driver != "vfio-pci")
            {
                return StatementResult.False($"{card.Address} is bound to “{driver}”");
            }

            // 0000:00:03.0 0x020000
            var members = await context.HostAsync(
                $"cd /sys/bus/pci/devices/{card.Address}/iommu_group/devices && for d in *; do echo $d $(cat $d/class); done",
                cancellation).ConfigureAwait(false);
            var foreign = members.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' '))
                .Where(words => !words[^1].StartsWith(Bridge, StringComparison.Ordinal))
                .Select(words => words[0])
                .Where(member => !vm.Devices.Any(d => d.Address?.ToString() == member))
                .ToArray();
            if (foreign.Length > 0 || members.Length == 0)
            {
                return StatementResult.False($"the IOMMU group of {card.Address} also has {string.Join(", ", foreign)}");
            }

            evidence.Add($"{card.Address} of {vm.Name}: vfio-pci, alone in its group");
        }

        return StatementResult.True(string.Join("; ", evidence));
    }
}
