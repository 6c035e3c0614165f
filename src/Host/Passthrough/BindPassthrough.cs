// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;

namespace Ghaf.Host.Passthrough;

/// <summary>
/// Gives each assigned PCI device to vfio-pci and its IOMMU group to the VM's user. Devices of one group can reach each
/// other's memory past the IOMMU, so a group goes to one VM as a whole or not at all.
/// </summary>
internal static class BindPassthrough
{
    /// <summary>Binds what it can and reports all that it can't.</summary>
    /// <returns>0 when every device is bound, else 1.</returns>
    public static int Run(IReadOnlyList<PassthroughDevice> devices, PciTree tree, Log log)
    {
        if (devices.Count > 0 && !tree.HasVfio)
        {
            log.Write("The driver vfio-pci is not loaded. (Add vfio-pci to the host's modules-load.d.)");
            return 1;
        }

        var failed = false;
        foreach (var device in devices)
        {
            try
            {
                if (Objection(device, devices, tree) is { } objection)
                {
                    log.Write(objection);
                    failed = true;
                }
                else
                {
                    Bind(device, tree, log);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                log.Write($"{device.Address} could not be bound to vfio-pci for {device.Vm}: {e.Message}");
                failed = true;
            }
        }

        return failed ? 1 : 0;
    }

    /// <summary>Why the device must not be bound; null when it may. Nothing has been changed by then.</summary>
    private static string? Objection(PassthroughDevice device, IReadOnlyList<PassthroughDevice> all, PciTree tree)
    {
        if (!tree.Exists(device.Address))
        {
            return $"{device.Address}, assigned to {device.Vm}, is not in this machine. (Compare the hardware definition with lspci -D.)";
        }

        if (tree.IdOf(device.Address) is var id && device.Id is not null && id != device.Id)
        {
            return $"{device.Address}, assigned to {device.Vm}, is {id} and not {device.Id}. (Compare the hardware definition with lspci -Dn.)";
        }

        if (tree.GroupOf(device.Address) is not { } group)
        {
            return $"{device.Address}, assigned to {device.Vm}, has no IOMMU group. "
                + "(Turn on VT-d or AMD-Vi in the firmware, and intel_iommu=on on the kernel command line.)";
        }

        var users = all.Where(other => tree.GroupOf(other.Address) == group).ToList();
        var strangers = tree.Members(group).Where(member => users.All(user => user.Address != member) && !tree.IsBridge(member));
        if (users.FirstOrDefault(other => other.Vm != device.Vm || other.User != device.User) is { } rival)
        {
            return $"{device.Address} of {device.Vm} and {rival.Address} of {rival.Vm} are both in IOMMU group {group}. "
                + "(Assign both to the same VM.)";
        }

        if (string.Join(", ", strangers) is { Length: > 0 } list)
        {
            return $"{device.Address}, assigned to {device.Vm}, shares IOMMU group {group} with {list}. "
                + $"(Assign {list} to {device.Vm} too, or use another slot.)";
        }

        return tree.FindUser(device.User) is null
            ? $"{device.Address} is for the user {device.User}, whom the host does not have. (Add it to the host's sysusers.d.)"
            : null;
    }

    private static void Bind(PassthroughDevice device, PciTree tree, Log log)
    {
        var driver = tree.DriverOf(device.Address);
        if (driver != PciTree.Vfio)
        {
            tree.OverrideDriver(device.Address);
            if (driver is not null)
            {
                tree.Unbind(device.Address, driver);
            }

            tree.Bind(device.Address);
        }

        if (tree.DriverOf(device.Address) is var now && now != PciTree.Vfio)
        {
            throw new IOException($"its driver is {now ?? "none"} after binding. (See dmesg for what vfio-pci says.)");
        }

        var group = tree.GroupOf(device.Address)!;
        var (user, userGroup) = tree.FindUser(device.User)!.Value;
        tree.GiveTo(tree.GroupFile(group), user, userGroup);
        log.Write($"{device.Address} (IOMMU group {group}, was {driver ?? "without driver"}) belongs to {device.Vm}.");
    }
}
