// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Tests.Explaining;

/// <summary>Small plans whose values come from known lines.</summary>
internal static class Plans
{
    private const string Module = "/ghaf/modules/App.cs";
    private const string Device = "/ghaf/devices/x.cs";

    public static DevicePlan Layered { get; } = Seal(App
        .Memory(128.MiB, Device, 8)
        .Force(VmKeys.Memory, 96.MiB, Device, 9)
        .Remove(SystemKeys.Packages, ["curl"], Device, 10));

    public static DevicePlan Base { get; } = Seal(App);

    public static DevicePlan WithMore { get; } = Seal(
        App.Packages(["vim"], Device, 8), VmSpec.Named("more-vm", Device, 9).NoRoute(Device, 9));

    private static VmSpec App => VmSpec.Named("app-vm", Device, 7)
        .NoRoute(Module, 2).Memory(64.MiB, Module, 3).Packages(["curl", "jq"], Module, 4).AsModule();

    private static DevicePlan Seal(params VmSpec[] vms) => Sealer.Seal(
        new DeviceSpec("small", Device, 5)
        {
            Hardware = new HardwareSpec("machine", Device, 1) { Memory = 2.GiB, Cores = 2 },
            Host = new HostSpec(),
            Guest = new GuestSpec(),
            Vms = [.. vms],
            Profiles = [new ProfileSpec("debug") { DebugAccess = true }],
        },
        "small-debug").Plan!;
}
