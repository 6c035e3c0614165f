// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Host.Native;

namespace Ghaf.Host.Consoles;

/// <summary><c>vmd console NAME</c>: connects our terminal, or our input and output, with a VM's serial console.</summary>
internal static class AttachConsole
{
    /// <summary>Ctrl-], as in telnet.</summary>
    public const byte Escape = 0x1d;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>A script's input ends before the answer to it has come: so long the console may be silent then.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    /// <returns>0 when it was left, 1 when there is no such console, 2 for an unknown VM.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">Nobody serves it: the VM does not run.</exception>
    public static int Run(HostPlan plan, string name, Log log, CancellationToken cancel)
    {
        if (plan.Find(name) is not { } vm)
        {
            log.Write($"There is no VM “{name}”.");
            return 2;
        }

        if (vm.ConsoleSocket is null)
        {
            log.Write($"The hypervisor of {name} serves no console. (What {name} prints is in {vm.ConsoleLog}.)");
            return 1;
        }

        using var console = Sockets.ConnectUnix(vm.ConsoleSocket, Limit);
        using var input = new Descriptor(0);
        using var output = new Descriptor(1);
        using var terminal = RawTerminal.Enter();
        if (terminal.IsTerminal)
        {
            // In a raw terminal a new line does not begin at its left. A guest shows its prompt upon Enter only.
            log.Write($"Connected to the console of {name}; Ctrl-] leaves.\r");
            console.WriteAll("\r"u8, WriteLimit);
        }

        Bridge(console, input, output, terminal.IsTerminal, Silence, cancel);
        return 0;
    }

    /// <summary>Copies both ways until one side ends.</summary>
    /// <param name="escapes">Whether <see cref="Escape"/> in the input ends it.</param>
    /// <param name="silence">After the end of the input it ends when the console says nothing for so long.</param>
    public static void Bridge(
        Descriptor console, Descriptor input, Descriptor output, bool escapes, TimeSpan silence, CancellationToken cancel)
    {
        var buffer = new byte[16384];
        long? quietSince = null;
        while (!cancel.IsCancellationRequested)
        {
            if (console.Wait(Readiness.Readable, Pause) != Readiness.None)
            {
                var read = console.Read(buffer);
                if (read == 0 || (read > 0 && !output.WriteAll(buffer.AsSpan(0, read), WriteLimit)))
                {
                    return;
                }

                quietSince = quietSince is null ? null : TimeProvider.System.GetTimestamp();
            }
            else if (quietSince is { } since && TimeProvider.System.GetElapsedTime(since) >= silence)
            {
                return;
            }

            if (quietSince is null && input.Wait(Readiness.Readable, TimeSpan.Zero) != Readiness.None)
            {
                var read = input.Read(buffer);
                var typed = buffer.AsSpan(0, Math.Max(read, 0));
                var at = escapes ? typed.IndexOf(Escape) : -1;
                if (!console.WriteAll(at < 0 ? typed : typed[..at], WriteLimit) || at >= 0)
                {
                    return;
                }

                quietSince = read == 0 ? TimeProvider.System.GetTimestamp() : null;
            }
        }
    }
}
