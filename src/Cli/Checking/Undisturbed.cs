// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli.Checking;

/// <summary>Whether VMs stayed as they were while something happened to another one.</summary>
internal static class Undisturbed
{
    /// <summary>Null, or what changed.</summary>
    /// <param name="except">The other one; null when it happened to none.</param>
    public static string? Compare(DeviceStatus before, DeviceStatus after, string? except)
    {
        foreach (var vm in before.Vms.Where(vm => vm.Name != except))
        {
            var now = after.Vms.FirstOrDefault(other => other.Name == vm.Name);
            if (now is null || now.State != vm.State || now.Restarts != vm.Restarts || now.ReadySince != vm.ReadySince)
            {
                return $"{vm.Name} was disturbed: it is {(now is null ? "gone" : StatusTable.Word(now.State))}, "
                    + $"restarts {vm.Restarts} → {now?.Restarts}";
            }
        }

        return null;
    }
}
