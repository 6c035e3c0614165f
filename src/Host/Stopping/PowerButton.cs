// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Text;
using Ghaf.Host.Configuration;
using Ghaf.Host.Hypervisors;
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
            Connect(vm, port).Dispose();
        }
        catch (Win32Exception)
        {
            Order(vm, "system_powerdown");
        }
    }

    // cloud-hypervisor's vsock is a Unix socket on the host: who connects there says for which port, and hears OK.
    private static Descriptor Connect(SupervisedVm vm, uint port)
    {
        if (vm.VsockSocket is not { } path)
        {
            return Sockets.ConnectVsock(vm.Cid, port, Limit);
        }

        var socket = Sockets.ConnectUnix(path, Limit);
        socket.WriteAll(Encoding.ASCII.GetBytes($"CONNECT {port}\n"), Limit);
        socket.Wait(Readiness.Readable, Limit);
        return socket;
    }

    /// <summary>Ends the hypervisor as it is.</summary>
    public static void PullPlug(SupervisedVm vm) => Order(vm, "quit");

    private static void Order(SupervisedVm vm, string command)
    {
        if (vm.QmpSocket is not { } socket)
        {
            // Then systemd ends the hypervisor when the time of the unit is over.
            return;
        }

        try
        {
            using var monitor = Qmp.Connect(socket, Limit);
            monitor.Execute(command, Limit);
        }
        catch (Win32Exception)
        {
            // No monitor either: the caller goes on waiting, and systemd ends the unit when its time is over.
        }
    }
}
