// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Diagnostics;

namespace Ghaf.Exec;

/// <summary>The one thread that starts all children.</summary>
/// <remarks>
/// PR_SET_PDEATHSIG, by which children die with us even after kill -9, fires when the *thread* that forked ends. Pool
/// threads end whenever the pool shrinks, and would take a running QEMU with them. This thread ends with the process.
/// </remarks>
internal static class StartingThread
{
    private static readonly BlockingCollection<Action> Requests = Begin();

    public static Task StartAsync(Process process)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Requests.Add(() =>
        {
            try
            {
                process.Start();
                started.SetResult();
            }
#pragma warning disable CA1031 // The failure is thrown where the start is awaited.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                started.SetException(failure);
            }
        });
        return started.Task;
    }

    private static BlockingCollection<Action> Begin()
    {
        var requests = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var request in requests.GetConsumingEnumerable())
            {
                request();
            }
        })
        { IsBackground = true, Name = "starts processes" }.Start();
        return requests;
    }
}
