// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli;

/// <summary>What changed in a device, a line for each VM: for pipes, logs and CI.</summary>
internal sealed class StatusLines
{
    private readonly Dictionary<string, (VmState State, int Restarts)> _before = [];
    private BootTimes? _boot;

    public IEnumerable<string> Changes(DeviceStatus status)
    {
        if (status.Boot is { } boot && boot != _boot)
        {
            _boot = boot;
            yield return $"host: {BootText.Of(boot)}";
        }

        foreach (var vm in status.Vms)
        {
            var now = (vm.State, vm.Restarts);
            if (_before.TryGetValue(vm.Name, out var before) && before == now)
            {
                continue;
            }

            _before[vm.Name] = now;
            yield return $"{vm.Name}: {StatusTable.Word(vm.State)}{Details(vm)}";
        }
    }

    private static string Details(VmStatus vm) => vm switch
    {
        { State: VmState.Ready, BootSeconds: { } boot } =>
            $" after {Amounts.Of(TimeSpan.FromSeconds(boot))}{(vm.Address.Length > 0 ? ", " + vm.Address : "")}"
            + (vm.Restarts > 0 ? $", restarts: {vm.Restarts}" : ""),
        { State: VmState.Failed, Reason: { } reason } => $": {reason}",
        _ => vm.Restarts > 0 ? $", restarts: {vm.Restarts}" : "",
    };
}
