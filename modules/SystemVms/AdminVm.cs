// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;

namespace Ghaf.Modules.SystemVms;

/// <summary>
/// Keeps the registry of systems, the policy and the logs, and updates the device. What is here is the VM and the place of its
/// logs, which outlive it; its services come with a later issue.
/// </summary>
public static class AdminVm
{
    public const string Name = "admin-vm";

    /// <param name="gateway">Through which it reaches the update server and the log server.</param>
    public static VmSpec Behind(string gateway, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        VmSpec.Named(Name, file, line)
            .Gateway(gateway, file, line)
            .Memory(512.MiB)
            .Volumes([new Volume("logs", 1.GiB, "/var/lib/ghaf/logs")])
            .AsModule();
}
