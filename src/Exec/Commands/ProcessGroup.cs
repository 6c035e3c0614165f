// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Ghaf.Exec;

/// <summary>Signals for a child and everything it started that did not leave its group.</summary>
internal static partial class ProcessGroup
{
    private const int Terminate = 15;
    private const int KillSignal = 9;

    public static void AskToEnd(int leader) => _ = Kill(-leader, Terminate);

    public static void End(int leader) => _ = Kill(-leader, KillSignal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int id, int signal);
}
