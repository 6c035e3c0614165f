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
    private const string Nothing = "(?!)";
    private static readonly Regex Never = new(Nothing);

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
            Assert.Null(await TryAsync(disk, tools, Untouched(ofTarget.Key)));
            foreach (var attempt in ofTarget)
            {
                var trace = await TryAsync(disk, tools, attempt);
                Console.WriteLine($"{attempt.Target}, {attempt.What}: {trace ?? "the host came up"}");
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

    private static Attempt Untouched(string target) => new("nothing", "", Nothing, target, _ => Task.CompletedTask);

    private async Task<string?> TryAsync(string disk, Sandbox tools, Attempt attempt)
    {
        using var machine = await TamperedMachine.CopyAsync(disk, tools);
        await attempt.ChangeAsync(machine);
        await using var boot = new WatchedBoot(built.Checkout, attempt.Target, machine);
        var trace = new Regex(attempt.Trace);
        if (!attempt.Ignored)
        {
            return await boot.UntilAsync(trace);
        }

        await boot.UntilAsync(Never);
        return trace.Match(await boot.HostAsync("/bin/cat", "/proc/cmdline")) is { Success: true } seen ? seen.Value : null;
    }
}
