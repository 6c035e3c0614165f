// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text.Json;

namespace Ghaf.EndToEnd.Tests;

/// <summary>Same lock, same definition, same keys: the same bytes, whoever builds, wherever, and whatever went wrong before.</summary>
[Collection(Machine.Name)]
public class ReproducibilityTests
{
    [Fact]
    public async Task Two_folders_stores_and_users_give_the_same_disk_also_after_faults()
    {
        using var first = FreshCheckout.Make("first");
        var expected = await BuildInEmptyStoreAsync(first);

        using var second = FreshCheckout.Make("second-longer-name");
        File.Copy(Path.Combine(first.Folder, "ghaf.lock"), Path.Combine(second.Folder, "ghaf.lock"), overwrite: true);
        second.TakeKeysOf(first);
        using var secondStore = new EmptyStore();
        using var user = new OrdinaryUser();
        user.Own(second.Folder, secondStore.Folder);
        var settings = user.Settings(secondStore);

        // Killed in the middle; nothing of it runs on.
        using (var killed = GhafRun.Start(second, ["build", "vm-debug"], settings, user.Prefix))
        {
            await killed.UntilSaysAsync("Compose ");
            killed.Signal("KILL");
            await killed.EndAsync();
            await Processes.ShouldNotMentionAsync(secondStore.Folder);
        }

        // Interrupted in the middle: says so, and nothing runs on.
        using (var interrupted = GhafRun.Start(second, ["build", "vm-debug"], settings, user.Prefix))
        {
            await interrupted.UntilSaysAsync("Compose ");
            interrupted.Signal("INT");
            await interrupted.EndAsync();
            interrupted.ShouldEndWith(130);
            await Processes.ShouldNotMentionAsync(secondStore.Folder);
        }

        // Two at once, in one store.
        using var one = GhafRun.Start(second, ["build", "vm-debug", "--format", "json"], settings, user.Prefix);
        using var two = GhafRun.Start(second, ["build", "vm-debug", "--format", "json"], settings, user.Prefix);
        await Task.WhenAll(one.EndAsync(), two.EndAsync());
        one.ShouldEndWith(0);
        two.ShouldEndWith(0);
        Assert.Equal(expected, HashOf(one));
        Assert.Equal(expected, HashOf(two));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(secondStore.Folder, "tmp")));
    }

    // The store is gone when this returns: a machine need not have room for two.
    private static async Task<string> BuildInEmptyStoreAsync(FreshCheckout checkout)
    {
        using var store = new EmptyStore();
        using var built = await ServedLock.BuildAsync(checkout, store.Settings);
        built.ShouldEndWith(0);
        return HashOf(built);
    }

    private static string HashOf(GhafRun built)
    {
        var disk = JsonDocument.Parse(built.Output).RootElement.GetProperty("disk").GetString()!;
        using var file = File.OpenRead(disk);
        return Convert.ToHexString(SHA256.HashData(file));
    }
}
