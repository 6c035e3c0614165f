// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Host.State;
using Ghaf.Host.Units;

namespace Ghaf.Host.Tests;

/// <summary>Values for tests that do not care which.</summary>
internal static class Some
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static Moment Moment(int seconds) => new(DateTimeOffset.UnixEpoch.AddSeconds(seconds), TimeSpan.FromSeconds(seconds));

    public static UnitSnapshot Unit(string active, string sub, bool ran = true, string vm = "net-vm") => new(
        $"ghaf-vm-{vm}.service", "loaded", active, sub, "success", 0, 0, 0, 0, ran ? TimeSpan.FromSeconds(2) : null, "", ran ? "run1" : "", null, false);

    public static SupervisedVm Vm(string name = "net-vm", uint cid = 3)
        => new(name, cid, $"ghaf-vm-{name}.service", "10.77.1.1", 256 << 20, $"/nowhere/{name}.console", $"/nowhere/{name}.qmp");

    public static HostPlan Plan(bool debug = true, params SupervisedVm[] vms)
        => new(new HostSettings(debug), vms.Length > 0 ? vms : [Vm(), Vm("app-vm", 4)], [], new StateSpec([], []));

    public static Log Log() => new(TextWriter.Null, TimeProvider.System);
}
