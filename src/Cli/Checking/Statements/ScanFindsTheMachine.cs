// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Hardware;
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>Records the host's machine as anybody would, and compares the scan of it with the plan.</summary>
internal sealed class ScanFindsTheMachine : IStatement
{
    public string Text => "A scan of the machine finds the cards of the VMs with their IOMMU groups, its cores, its memory and its disk";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var record = await context.HostAsync(Recorder.Script, cancellation).ConfigureAwait(false);
        HardwareSpec found;
        try
        {
            found = ScanMachine.Run(RecordedSource.Parse(record, "the host's record"), name: null, "the host's record").Hardware;
        }
        catch (Exception e) when (e is RecordDamagedException or MachineUnreadableException)
        {
            return StatementResult.False(e.Message.ReplaceLineEndings(" "));
        }

        var plan = context.Plan.Hardware;
        var wrong = Differences(plan, found).Concat(context.Plan.Passthrough.SelectMany(passed => Missing(passed.Device, found))).ToArray();
        return wrong.Length > 0
            ? StatementResult.False(string.Join("; ", wrong))
            : StatementResult.True(string.Join("; ", context.Plan.Passthrough.Select(passed => Describe(passed.Device, found))
                .Append($"{found.Cores} cores, {found.Memory}, {found.Disk}")));
    }

    private static IEnumerable<string> Differences(HardwarePlan plan, HardwareSpec found)
    {
        if (found.Cores != plan.Cores)
        {
            yield return $"{found.Cores} cores are found, there are {plan.Cores}";
        }

        if (found.Memory != plan.Memory)
        {
            yield return $"{found.Memory} of memory are found, there are {plan.Memory}";
        }

        if (found.Disk != plan.Disk)
        {
            yield return $"the disk {found.Disk} is found, it is {plan.Disk}";
        }
    }

    private static IEnumerable<string> Missing(PassthroughPlan device, HardwareSpec found)
    {
        var card = CardOf(device, found);
        if (card is null)
        {
            yield return $"{device.Name} is not found at {device.Address}";
        }
        else if (card.Id != device.Id || card.IommuGroup is null)
        {
            yield return $"{device.Name} is found as {card.Id} in IOMMU group {card.IommuGroup?.ToString() ?? "none"}, it is {device.Id}";
        }
    }

    private static string Describe(PassthroughPlan device, HardwareSpec found) =>
        $"{device.Name}: {device.Address}, {device.Id}, IOMMU group {CardOf(device, found)?.IommuGroup}";

    private static PciDeviceSpec? CardOf(PassthroughPlan device, HardwareSpec found) =>
        found.Devices.OfType<PciDeviceSpec>().FirstOrDefault(pci => pci.Address == device.Address);
}
