// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>Verifies the statements about a device that has a door for debugging, by asking and disturbing it.</summary>
internal static class AskDevice
{
    private static readonly TimeSpan CleanUpLimit = TimeSpan.FromSeconds(3);

    public static async Task<ImmutableArray<CheckedStatement>> RunAsync(
        Session session, DevicePlan plan, EmulatedDevice device, string token, RunOptions options, Action<CheckedStatement> tell,
        CancellationToken cancellation)
    {
        using var cleanUp = new CancellationTokenSource();
        using var soon = cancellation.Register(() => cleanUp.CancelAfter(CleanUpLimit));
        using var control = new ControlledDevice(device.Paths.Control, session.Time);
        var context = new CheckContext(control, plan, token, session.Time, options.ReadyLimit) { CleanUp = cleanUp.Token };
        return await RunStatements.RunAsync(AllStatements.For(options), context, tell, cancellation).ConfigureAwait(false);
    }
}
