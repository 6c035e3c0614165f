// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;

namespace Ghaf.Rpc.Tests;

/// <summary>Which implementations were reached, by the names of their methods.</summary>
internal sealed class Reached
{
    private readonly ConcurrentQueue<string> _names = new();

    public IReadOnlyCollection<string> Names => _names;

    public Task<T> By<T>(string name)
        where T : new()
    {
        _names.Enqueue(name);
        return Task.FromResult(new T());
    }
}
