// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.EndToEnd.Tests;

/// <summary>
/// Debian's mirrors keep no old versions. When a locked package is gone, the checkout at hand, and no other, is locked
/// anew, and the test says so.
/// </summary>
internal static class ServedLock
{
    private const int LockStale = 4;

    public static async Task<GhafRun> BuildAsync(FreshCheckout checkout, Dictionary<string, string?>? settings = null)
    {
        var built = await GhafRun.RunAsync(checkout, ["build", "vm-debug", "--format", "json"], settings);
        if (await built.EndAsync() != LockStale)
        {
            return built;
        }

        TestContext.Current.SendDiagnosticMessage(
            "The committed lock has packages that nobody serves any more; these tests go on with a new lock.\n" + built.Error);
        Console.WriteLine("NOTE: the committed lock has packages that nobody serves any more: locked anew for this run.");
        built.Dispose();
        using var locked = await GhafRun.RunAsync(checkout, ["lock", "update"], settings);
        locked.ShouldEndWith(0);
        return await GhafRun.RunAsync(checkout, ["build", "vm-debug", "--format", "json"], settings);
    }
}
