// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;

namespace Ghaf.Modules.SystemVms;

/// <summary>
/// Inspects the traffic of the app VMs. What is here is what it consists of: Suricata, which is not started, because it has no
/// rules yet and no traffic passes here. Its services, the interactive proxy (trixie has no mitmproxy) and its place as the
/// gateway of the app VMs come with a later issue; until then those reach the outside through net-vm directly.
/// </summary>
public static class IdsVm
{
    public const string Name = "ids-vm";

    public static VmSpec Behind(string gateway, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        VmSpec.Named(Name, file, line)
            .Gateway(gateway, file, line)
            .Memory(1.GiB)
            .Cores(2)
            .Packages(["suricata", "suricata-update"])
            .Files([FileSpec.Mask("suricata.service")])
            .AsModule();
}
