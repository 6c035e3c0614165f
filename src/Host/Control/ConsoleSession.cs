// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using Ghaf.Host.Configuration;
using Ghaf.Host.Native;
using Ghaf.Protocol;

namespace Ghaf.Host.Control;

/// <summary>
/// Makes the console port the serial console of one VM: the client's first line is a request, ours a reply, and from then on
/// bytes go both ways until one side is gone.
/// </summary>
internal sealed class ConsoleSession(HostPlan plan)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan ReplyLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(2);

    public void Serve(Descriptor port, CancellationToken cancel)
    {
        var lines = new LineAssembler();
        if (ReadRequest(port, lines, cancel) is not { } request)
        {
            return;
        }

        if (Open(request, out var error) is not { } console)
        {
            port.WriteAll(Line(ControlReply.Refuse(request.Id, error)), ReplyLimit);
            return;
        }

        using (console)
        {
            if (port.WriteAll(Line(new ControlReply(request.Id)), ReplyLimit) && console.WriteAll(lines.TakeRest(), WriteLimit))
            {
                Bridge(port, console, cancel);
            }
        }
    }

    private static ControlRequest? ReadRequest(Descriptor port, LineAssembler lines, CancellationToken cancel)
    {
        var buffer = new byte[4096];
        while (!cancel.IsCancellationRequested)
        {
            var seen = port.Wait(Readiness.Readable, TimeSpan.FromSeconds(10));
            if (seen.HasFlag(Readiness.HungUp))
            {
                return null;
            }

            var read = seen.HasFlag(Readiness.Readable) ? port.Read(buffer) : -1;
            if (read == 0)
            {
                return null;
            }

            lines.Append(buffer.AsSpan(0, Math.Max(read, 0)));
            while (lines.TryTake(out var line))
            {
                // Other lines are what an earlier client typed before this one came.
                if (ProtocolLine.TryRead(line, ProtocolJson.Default.ControlRequest, out var request, out _)
                    && request.Verb == ControlVerb.Console)
                {
                    return request;
                }
            }
        }

        return null;
    }

    private Descriptor? Open(ControlRequest request, out string error)
    {
        var path = request.Name == ControlRequest.Host
            ? plan.Settings.Debug ? plan.Settings.HostConsoleSocket : null
            : plan.Find(request.Name)?.ConsoleSocket;
        error = $"There is no console “{request.Name}”.";
        try
        {
            return path is null ? null : Sockets.ConnectUnix(path, ReplyLimit);
        }
        catch (Win32Exception e)
        {
            error = $"The console of {request.Name} can't be reached: {e.Message} (Is it running?)";
            return null;
        }
    }

    private static void Bridge(Descriptor port, Descriptor console, CancellationToken cancel)
    {
        var buffer = new byte[16384];
        while (!cancel.IsCancellationRequested)
        {
            // poll(2) on both at once would need a list; a short wait on the busier side keeps typing below what a hand notices.
            var seen = console.Wait(Readiness.Readable, Pause);
            if (seen != Readiness.None && !Copy(console, port, buffer))
            {
                return;
            }

            seen = port.Wait(Readiness.Readable, TimeSpan.Zero);
            if (seen.HasFlag(Readiness.HungUp) || (seen.HasFlag(Readiness.Readable) && !Copy(port, console, buffer)))
            {
                return;
            }
        }
    }

    private static bool Copy(Descriptor from, Descriptor to, byte[] buffer)
    {
        var read = from.Read(buffer);
        return read < 0 || (read > 0 && to.WriteAll(buffer.AsSpan(0, read), WriteLimit));
    }

    private static byte[] Line(ControlReply reply) => ProtocolLine.Write(reply, ProtocolJson.Default.ControlReply);
}
