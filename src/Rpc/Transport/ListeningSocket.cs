// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ghaf.Rpc;

/// <summary>A socket that listens already, opened by somebody else: by systemd, which starts its service at the first connection.</summary>
/// <param name="handle">Closed with the listener.</param>
/// <param name="name">For messages.</param>
public sealed class ListeningSocket(SafeHandle handle, string name) : EndPoint
{
    // sd_listen_fds(3): descriptors are passed from 3 on.
    private const int FirstDescriptor = 3;

    public SafeHandle Handle => handle;

    /// <summary>The one socket that systemd passed to this process; what it said about it is taken out of our environment.</summary>
    /// <exception cref="NotActivatedException">It passed none, or more than one.</exception>
    public static ListeningSocket FromSystemd()
    {
        var count = Environment.GetEnvironmentVariable("LISTEN_FDS");
        var process = Environment.GetEnvironmentVariable("LISTEN_PID");
        if (count != "1" || process != Environment.ProcessId.ToString(CultureInfo.InvariantCulture))
        {
            throw new NotActivatedException(
                $"systemd passed no socket to this process (LISTEN_FDS={count ?? "not set"}, LISTEN_PID={process ?? "not set"}): "
                + "start it by its socket unit, with one ListenStream= and Accept=no.");
        }

        // Children are to inherit neither the socket nor the word that there is one.
        foreach (var variable in (string[])["LISTEN_FDS", "LISTEN_PID", "LISTEN_FDNAMES"])
        {
            Environment.SetEnvironmentVariable(variable, null);
        }

        var socket = new SafeFileHandle(FirstDescriptor, ownsHandle: true);
        return LibC.Control(socket, LibC.SetDescriptorFlags, LibC.CloseOnExec) == 0
            ? new ListeningSocket(socket, "systemd's socket")
            : throw new NotActivatedException("systemd said that it passed a socket, but descriptor 3 is not open.");
    }

    public override string ToString() => name;
}
