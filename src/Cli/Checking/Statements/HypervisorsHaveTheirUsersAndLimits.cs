// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Runners;

namespace Ghaf.Cli.Checking;

/// <summary>Reads the user, the memory limit in force and the processors of each hypervisor process.</summary>
internal sealed class HypervisorsHaveTheirUsersAndLimits : IStatement
{
    // What a hypervisor may take beside the guest's memory, at most.
    private const long MostOverhead = 256L << 20;

    public string Text => "Every VM is a unit of the host, its hypervisor under a user and a memory limit of its own, off the host's cores";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var evidence = new List<string>();
        foreach (var vm in context.Plan.Vms)
        {
            // 801 356515840 1-2
            var text = await context.HostAsync(
                $"u={HostPaths.Unit(vm)}; p=$(systemctl show --value -p MainPID $u); "
                + "echo $(stat -c %u /proc/$p) $(cat /sys/fs/cgroup$(systemctl show --value -p ControlGroup $u)/memory.max) "
                + "$(sed -n 's/^Cpus_allowed_list:[[:space:]]*//p' /proc/$p/status)",
                cancellation).ConfigureAwait(false);
            if (text.Split(' ') is not [var user, var limit, var cores]
                || user != vm.Uid.ToString(CultureInfo.InvariantCulture)
                || !long.TryParse(limit, out var bytes)
                || bytes < vm.Memory.Bytes
                || bytes > vm.Memory.Bytes + MostOverhead
                || !int.TryParse(cores.Split('-', ',')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                || first < context.Plan.Hardware.HostCores)
            {
                return StatementResult.False(
                    $"{vm.Name}: user, limit and cores are “{text}”; expected {vm.Uid}, a little over {vm.Memory}, "
                    + $"and none before core {context.Plan.Hardware.HostCores}");
            }

            evidence.Add($"{vm.Name}: {vm.User}, {new Model.ByteSize(bytes)}, cores {cores}");
        }

        var users = context.Plan.Vms.Select(vm => vm.Uid).Distinct().Count();
        return users == context.Plan.Vms.Length
            ? StatementResult.True(string.Join("; ", evidence))
            : StatementResult.False("two VMs share a user");
    }
}
