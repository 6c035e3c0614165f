// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;

namespace Ghaf.Modules.SystemVms;

/// <summary>
/// Collects the logs of the host and of all VMs, over vsock, on storage that outlives it. The registry of systems, policy and the
/// updating of the device come with later issues.
/// </summary>
public static class AdminVm
{
    public const string Name = "admin-vm";

    /// <summary>With no network at all: logs come over vsock, and nobody reaches it but the host.</summary>
    public static VmSpec Apart([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Base(file, line).NoRoute(file, line).AsModule();

    /// <param name="gateway">Through which it reaches the update server and the log server.</param>
    public static VmSpec Behind(string gateway, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Base(file, line).Gateway(gateway, file, line).AsModule();

    private static VmSpec Base(string file, int line) =>
        VmSpec.Named(Name, file, line)
            .Memory(224.MiB)
            .Volumes([new Volume("logs", 512.MiB, LogCollector.Folder)])
            .Programs([OwnProgram.Admind])
            .Calls(LogCollector.Calls)
            .Files(LogCollector.Files);
}
