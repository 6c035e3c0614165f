// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Runners;

namespace Ghaf.Cli.Checking;

/// <summary>Reads the user, and the memory limit in force, of each hypervisor process.</summary>
internal sealed class HypervisorsHaveTheirUsersAndLimits : IStatement
{
    // What a hypervisor may take beside the guest's memory, at most.
    private const long MostOverhead = 256L << 20;

    public string Text => "Every VM is a unit of the host, its hypervisor under a user and a memory limit of its own";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var evidence = new List<string>();
        foreach (var vm in context.Plan.Vms)
        {
            // 801 356515840
            var text = await context.HostAsync(
                $"u={HostPaths.Unit(vm)}; p=$(systemctl show --value -p MainPID $u); "
                + "echo $(stat -c %u /proc/$p) $(cat /sys/fs/cgroup$(systemctl show --value -p ControlGroup $u)/memory.max)",
                cancellation).ConfigureAwait(false);
            if (text.Split(' ') is not [var user, var limit]
                || user != vm.Uid.ToString(CultureInfo.InvariantCulture)
                || !long.TryParse(limit, out var bytes)
                || bytes < vm.Memory.Bytes
                || bytes > vm.Memory.Bytes + MostOverhead)
            {
                return StatementResult.False($"{vm.Name}: user and limit are “{text}”; expected {vm.Uid} and a little over {vm.Memory}");
            }

            evidence.Add($"{vm.Name}: {vm.User}, {new Model.ByteSize(bytes)}");
        }

        var users = context.Plan.Vms.Select(vm => vm.Uid).Distinct().Count();
        return users == context.Plan.Vms.Length
            ? StatementResult.True(string.Join("; ", evidence))
            : StatementResult.False("two VMs share a user");
    }
}
