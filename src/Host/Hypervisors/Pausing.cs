// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using Ghaf.Host.Configuration;

namespace Ghaf.Host.Hypervisors;

/// <summary>Has a VM stand still, with all its memory, and go on. QEMU's monitor has one client at a time, so nobody stays there.</summary>
internal static class Pausing
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <returns>Null when it stands still; otherwise why not.</returns>
    public static string? Pause(SupervisedVm vm) => Order(vm, "stop");

    /// <returns>Null when it runs; otherwise why not.</returns>
    public static string? Resume(SupervisedVm vm) => Order(vm, "cont");

    /// <summary>Whether it stands still because somebody said so. False when its hypervisor does not say.</summary>
    public static bool IsPaused(SupervisedVm vm)
    {
        try
        {
            if (vm.QmpSocket is not { } socket)
            {
                return false;
            }

            using var monitor = Qmp.Connect(socket, Limit);
            return monitor.Ask("query-status", "{}", Limit)?.GetProperty("status").GetString() == "paused";
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static string? Order(SupervisedVm vm, string command)
    {
        if (vm.QmpSocket is not { } socket)
        {
            return "its hypervisor takes no orders. (Only QEMU's monitor is known to vmd.)";
        }

        try
        {
            using var monitor = Qmp.Connect(socket, Limit);
            return monitor.Execute(command, Limit) ? null : "its hypervisor refused.";
        }
        catch (Win32Exception e)
        {
            return $"its hypervisor does not answer: {e.Message}";
        }
    }
}
