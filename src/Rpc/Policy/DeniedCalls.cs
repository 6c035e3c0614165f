// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>How many calls were refused since the start of this process.</summary>
/// <param name="refused">Told of each: where it came from, and why it was refused.</param>
public sealed class DeniedCalls(Action<uint?, string>? refused = null)
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    internal void Add(uint? cid, string refusal)
    {
        Interlocked.Increment(ref _count);
        refused?.Invoke(cid, refusal);
    }
}
