// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Acme.Sensors;

/// <summary>Readings from every VM: the VM that collects them, and in each VM where it is. No module of Ghaf changes.</summary>
public static class Telemetry
{
    public static FeatureSpec Feature { get; } = new FeatureSpec("telemetry") { Vms = [SensorVm.Default()] }
        .OnAllVms(vm => vm.Files([FileSpec.Text("/etc/acme/collector", SensorVm.Name + "\n")]));
}
