// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;
using Ghaf.Modules.Host;
using Ghaf.Modules.Profiles;
using Ghaf.Modules.SystemVms;

namespace Ghaf.Modules;

/// <summary>The way most devices are: a minimal host, the common guest base, and the profiles we ship.</summary>
public static class Reference
{
    public static DeviceSpec Device(
        string name, HardwareSpec hardware, VmSpec[] vms,
        [CallerFilePath] string declaredIn = "", [CallerLineNumber] int declaredAt = 0) =>
        new(name, declaredIn, declaredAt)
        {
            Hardware = hardware,
            Host = HostBase.Minimal,
            Guest = GuestBase.Minimal,
            Vms = [.. vms],
            Profiles = [Debug.Profile],
        };
}
