// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Host.Configuration;

namespace Ghaf.Host.Hypervisors;

/// <summary>
/// <c>vmd balloon NAME [MIB]</c>: how much of its memory a VM has, and how much it shall have. A device inside the VM takes
/// pages away from it and gives them to the host.
/// </summary>
internal static class Balloon
{
    /// <summary>The least that a definition can give to a VM, in MiB.</summary>
    private const long Least = 64;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    /// <summary>A guest that does not move for so long has given what it can.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="mib">How much to leave the VM, or null to only ask.</param>
    /// <returns>0 when the VM has so much, 1 when it has no balloon or does not follow, 2 for an unknown VM or amount.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">The VM does not run.</exception>
    public static async Task<int> RunAsync(
        HostPlan plan, string name, string? mib, TextWriter output, Log log, CancellationToken cancel)
    {
        if (plan.Find(name) is not { } vm)
        {
            log.Write($"There is no VM “{name}”.");
            return 2;
        }

        if (!vm.HasBalloon || vm.QmpSocket is not { } socket)
        {
            log.Write($"{name} has no balloon that vmd can move: its memory is pinned by a device, or its hypervisor is not QEMU.");
            return 1;
        }

        var all = vm.MemoryBytes >> 20;
        long? wanted = null;
        if (mib is not null)
        {
            if (!long.TryParse(mib, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < Least || number > all)
            {
                log.Write($"“{mib}” is no amount that {name} can have. (Use {Least} to {all} MiB.)");
                return 2;
            }

            wanted = number;
        }

        using var monitor = Qmp.Connect(socket, Limit);
        var has = await MoveAsync(monitor, wanted, cancel).ConfigureAwait(false);
        if (has is null)
        {
            log.Write($"The hypervisor of {name} did not answer.");
            return 1;
        }

        await output.WriteLineAsync($"{has >> 20} MiB of {all} MiB").ConfigureAwait(false);
        return wanted is null || has == wanted << 20 ? 0 : 1;
    }

    /// <returns>What the VM has in the end, in bytes; null when its hypervisor does not answer.</returns>
    private static async Task<long?> MoveAsync(Qmp monitor, long? wanted, CancellationToken cancel)
    {
        var has = Has(monitor);
        if (wanted is not { } mib || has is null)
        {
            return has;
        }

        if (monitor.Ask("balloon", $"{{\"value\":{mib << 20}}}", Limit) is null)
        {
            return null;
        }

        for (var still = TimeSpan.Zero; has is not null && has != mib << 20 && still < Patience; still += Glance)
        {
            await Task.Delay(Glance, cancel).ConfigureAwait(false);
            var now = Has(monitor);
            still = now == has ? still : TimeSpan.Zero;
            has = now;
        }

        return has;
    }

    private static long? Has(Qmp monitor) => monitor.Ask("query-balloon", "{}", Limit)?.GetProperty("actual").GetInt64();
}
