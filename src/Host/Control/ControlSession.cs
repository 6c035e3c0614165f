// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Native;
using Ghaf.Protocol;

namespace Ghaf.Host.Control;

/// <summary>Answers one client of the control port, one request after the other.</summary>
internal sealed class ControlSession(Func<ControlRequest, CancellationToken, Task<ControlReply>> handle, Log log)
{
    /// <summary>Bytes and a hang-up end the wait at once; this is only how late an end of the daemon is seen.</summary>
    private static readonly TimeSpan ReadPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan HangUpCheck = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ReplyLimit = TimeSpan.FromSeconds(10);

    /// <summary>Serves until the client is gone.</summary>
    public void Serve(Descriptor port, CancellationToken cancel)
    {
        var lines = new LineAssembler();
        var buffer = new byte[16384];
        while (!cancel.IsCancellationRequested)
        {
            var seen = port.Wait(Readiness.Readable, ReadPause);
            if (seen.HasFlag(Readiness.HungUp))
            {
                return;
            }

            if (!seen.HasFlag(Readiness.Readable))
            {
                continue;
            }

            var read = port.Read(buffer);
            if (read == 0)
            {
                return;
            }

            lines.Append(buffer.AsSpan(0, Math.Max(read, 0)));
            while (lines.TryTake(out var line))
            {
                if (!Answer(port, line, cancel))
                {
                    return;
                }
            }
        }
    }

    private bool Answer(Descriptor port, byte[] line, CancellationToken cancel)
    {
        if (!ProtocolLine.TryRead(line, ProtocolJson.Default.ControlRequest, out var request, out var reason))
        {
            return Send(port, ControlReply.Refuse("", $"The request can't be read: {reason}"));
        }

        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var work = Task.Run(() => handle(request, gone.Token), CancellationToken.None);
        while (!((IAsyncResult)work).AsyncWaitHandle.WaitOne(HangUpCheck))
        {
            if (DevicePort.IsClientAway(port))
            {
                // A client that gave up must not keep the next one waiting.
                gone.Cancel();
            }
        }

        if (work.IsCanceled)
        {
            return false;
        }

        if (work.Exception?.InnerException is { } failure)
        {
            log.Write($"{request.Verb} failed: {failure}");
            return Send(port, ControlReply.Refuse(request.Id, $"vmd failed: {failure.Message}"));
        }

        return Send(port, work.Result);
    }

    private static bool Send(Descriptor port, ControlReply reply)
        => port.WriteAll(ProtocolLine.Write(reply, ProtocolJson.Default.ControlReply), ReplyLimit);
}
