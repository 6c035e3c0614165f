// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using Ghaf.Rpc;

namespace Ghaf.Host.Calling;

/// <summary>Makes two connections one: what comes on either goes out on the other, until both have ended.</summary>
internal static class Splice
{
    private const int BufferBytes = 16 << 10;

    /// <param name="idleLimit">After so long without a byte in either direction it ends.</param>
    public static async Task RunAsync(SocketStream one, SocketStream other, TimeSpan idleLimit, CancellationToken cancel)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        ended.CancelAfter(idleLimit);
        try
        {
            await Task.WhenAll(CopyAsync(one, other, idleLimit, ended), CopyAsync(other, one, idleLimit, ended)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Whoever is left learns it when the caller closes both.
        }
    }

    // That one side has said all does not end what the other has to say.
    private static async Task CopyAsync(SocketStream from, SocketStream to, TimeSpan idleLimit, CancellationTokenSource ended)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            while (await from.ReadAsync(buffer, ended.Token).ConfigureAwait(false) is > 0 and var count)
            {
                ended.CancelAfter(idleLimit);
                await to.WriteAsync(buffer.AsMemory(0, count), ended.Token).ConfigureAwait(false);
            }

            to.EndWriting();
        }
        catch (IOException)
        {
            await ended.CancelAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
