// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>How many calls were refused since the start of this process.</summary>
public sealed class DeniedCalls
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    internal void Add() => Interlocked.Increment(ref _count);
}
