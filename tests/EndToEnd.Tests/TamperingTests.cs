// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.RegularExpressions;
using Ghaf.EndToEnd.Tests.Tampering;
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.EndToEnd.Tests;

/// <summary>Whatever is changed on a device's disk, it does not run, and says why.</summary>
[Collection(Machine.Name)]
[Trait("Run", "nightly")]
public sealed class TamperingTests(BuiltCheckout built)
{
    private static readonly Regex Never = new("(?!)");

    [Fact]
    public async Task Every_change_of_the_disk_is_refused_with_a_trace()
    {
        var packageLock = await PackageLock.LoadAsync(Path.Combine(built.Checkout.Folder, PackageLock.FileName));
        var tools = await OpenToolchain.RunAsync(packageLock, new Store(), null, CancellationToken.None);
        var attempts = new Attempts(tools, built.Checkout).All;
        var wrong = new List<string>();
        foreach (var ofTarget in attempts.GroupBy(attempt => attempt.Target))
        {
            var disk = await BuildAsync(ofTarget.Key);

            // The copy of a disk that nobody touched starts, in the same way and under the same eyes.
            Assert.Null(await TryAsync(ofTarget.Key, disk, tools, _ => Task.CompletedTask, Never));
            foreach (var attempt in ofTarget)
            {
                var trace = await TryAsync(ofTarget.Key, disk, tools, attempt.ChangeAsync, new Regex(attempt.Trace));
                if (trace is null)
                {
                    wrong.Add($"{attempt.What}: the host came up.");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Golden.Matches(TamperingPage.Path, TamperingPage.Of(attempts));
    }

    private async Task<string> BuildAsync(string target)
    {
        using var build = await GhafRun.RunAsync(built.Checkout, ["build", target, "--format", "json"]);
        build.ShouldEndWith(0);
        return JsonDocument.Parse(build.Output).RootElement.GetProperty("disk").GetString()!;
    }

    private async Task<string?> TryAsync(string target, string disk, Sandbox tools, Func<TamperedMachine, Task> change, Regex trace)
    {
        using var machine = await TamperedMachine.CopyAsync(disk, tools);
        await change(machine);
        await using var boot = new WatchedBoot(built.Checkout, target, machine);
        return await boot.UntilAsync(trace);
    }
}
