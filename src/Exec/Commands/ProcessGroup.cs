// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Ghaf.Exec;

/// <summary>Signals for a child and everything it started that did not leave its group.</summary>
internal static partial class ProcessGroup
{
    private const int Terminate = 15;
    private const int KillSignal = 9;

    public static void AskToEnd(Process leader) => Send(leader, Terminate);

    public static void End(Process leader) => Send(leader, KillSignal);

    // A child that was started only now has no group yet, but no children of its own either. Once it was waited for, its
    // number may belong to somebody else.
    private static void Send(Process leader, int signal)
    {
        if (Kill(-leader.Id, signal) != 0 && !leader.HasExited)
        {
            _ = Kill(leader.Id, signal);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int id, int signal);
}
