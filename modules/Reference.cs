// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;
using Ghaf.Modules.Host;
using Ghaf.Modules.Profiles;
using Ghaf.Modules.SystemVms;

namespace Ghaf.Modules;

/// <summary>The way most devices are: a minimal host, the common guest base, and the variants and profiles we ship.</summary>
public static class Reference
{
    public static DeviceSpec Device(
        string name, HardwareSpec hardware, VmSpec[] vms, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(hardware);
        return new DeviceSpec(name, file, line)
        {
            Hardware = hardware,
            Host = HostBase.For(hardware.Architecture),
            Guest = GuestBase.For(hardware.Architecture),
            Vms = [.. vms],
            Profiles = [Debug.Profile, Release.Profile],
            Variants = [VariantSpec.Default, Variant.Headless, Variant.HostOnly, Variant.NoVirtualization],
        };
    }
}
