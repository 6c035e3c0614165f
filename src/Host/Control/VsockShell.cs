// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Diagnostics;
using Ghaf.Host.Configuration;
using Ghaf.Host.Native;
using Ghaf.Protocol;

namespace Ghaf.Host.Control;

/// <summary>
/// The debug door of a VM: a socket unit of its systemd listens on vsock and gives each connection a shell. It exists in
/// debug profiles only. What comes back is written by the VM and is nothing but text.
/// </summary>
internal sealed class VsockShell(Func<SupervisedVm, Descriptor> connect) : IDebugShell
{
    private const int MarkerWindow = 128;

    public static VsockShell OnPort(uint port)
        => new(vm => Sockets.ConnectVsock(vm.Cid, port, TimeSpan.FromSeconds(5)));

    public Task<CommandOutput> RunAsync(SupervisedVm vm, IReadOnlyList<string> argv, TimeSpan limit, CancellationToken cancel)
        => Task.Run(() => Run(vm, new ShellScript(argv, Guid.NewGuid().ToString("N")), limit, cancel), cancel);

    private CommandOutput Run(SupervisedVm vm, ShellScript script, TimeSpan limit, CancellationToken cancel)
    {
        try
        {
            using var socket = connect(vm);
            return socket.WriteAll(script.ToBytes(), limit)
                ? Receive(vm, socket, script, limit, cancel)
                : throw new DebugShellException($"The shell of {vm.Name} does not read what it is sent.");
        }
        catch (Win32Exception e)
        {
            throw new DebugShellException(
                $"The debug shell of {vm.Name} can't be reached: {e.Message} (Is the VM ready, and its profile debug?)", e);
        }
    }

    private static CommandOutput Receive(
        SupervisedVm vm, Descriptor socket, ShellScript script, TimeSpan limit, CancellationToken cancel)
    {
        var kept = new List<byte>();
        var window = Array.Empty<byte>();
        var truncated = false;
        var buffer = new byte[16384];
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < limit)
        {
            cancel.ThrowIfCancellationRequested();
            // Without anything to read a hang-up would be seen at once, again and again: reading then tells the end.
            if (socket.Wait(Readiness.Readable, TimeSpan.FromMilliseconds(200)) == Readiness.None)
            {
                continue;
            }

            var read = socket.Read(buffer);
            if (read == 0)
            {
                throw new DebugShellException($"The shell of {vm.Name} ended before the command did.");
            }

            var fresh = buffer.AsSpan(0, Math.Max(read, 0));
            var room = Math.Min(fresh.Length, HostCommand.KeptOutput - kept.Count);
            kept.AddRange(fresh[..room]);
            truncated |= room < fresh.Length;
            window = [.. window.AsSpan()[^Math.Min(window.Length, MarkerWindow)..], .. fresh];
            if (script.FindExitCode(window) is { } code)
            {
                return script.Finish([.. kept], code, truncated);
            }
        }

        throw new DebugShellException($"The command in {vm.Name} did not end within {limit.TotalSeconds:0} s.");
    }
}
