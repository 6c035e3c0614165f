// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using Ghaf.Host.Configuration;
using Ghaf.Host.Native;

namespace Ghaf.Host.Stopping;

/// <summary>Two ways to ask a guest to power off, and one that does not ask.</summary>
internal static class PowerButton
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Asks by vsock: a socket unit of the guest powers it off upon any connection. Our guests have no logind that would see
    /// the virtual ACPI button, so that is pressed only when nobody answers there.
    /// </summary>
    public static void Press(SupervisedVm vm, uint port)
    {
        try
        {
            Sockets.ConnectVsock(vm.Cid, port, Limit).Dispose();
        }
        catch (Win32Exception)
        {
            Order(vm, "system_powerdown");
        }
    }

    /// <summary>Ends the hypervisor as it is.</summary>
    public static void PullPlug(SupervisedVm vm) => Order(vm, "quit");

    private static void Order(SupervisedVm vm, string command)
    {
        try
        {
            using var monitor = Qmp.Connect(vm.QmpSocket, Limit);
            monitor.Execute(command, Limit);
        }
        catch (Win32Exception)
        {
            // No monitor either: the caller goes on waiting, and systemd ends the unit when its time is over.
        }
    }
}
