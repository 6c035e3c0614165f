// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ghaf.Cli;
using Ghaf.Model;

namespace Ghaf.Devices.Tests;

/// <summary>The definitions of this checkout, each compiled and run once for all tests.</summary>
internal static class ShippedDevices
{
    private static readonly Checkout Checkout = Checkout.Find(SourceTree.Root);
    private static readonly RunDefinition Run = new(Checkout, new RunCompiled(Checkout), TimeProvider.System);
    private static readonly ConcurrentDictionary<string, Lazy<Task<ImmutableArray<SealedTarget>>>> Sealed = new();

    public static IReadOnlyList<string> Names { get; } = [.. Checkout.DeviceNames()];

    public static Task<ImmutableArray<SealedTarget>> SealAsync(string device) =>
        Sealed.GetOrAdd(device, name => new(() => RunAsync(name))).Value;

    /// <summary>The plans of all targets, none of which has a mistake.</summary>
    public static async Task<ImmutableArray<DevicePlan>> PlansAsync(string device)
    {
        var targets = await SealAsync(device);
        Assert.All(targets, target => Assert.Empty(target.Result.Diagnostics));
        return [.. targets.Select(target => target.Result.Plan!)];
    }

    private static Task<ImmutableArray<SealedTarget>> RunAsync(string device)
    {
        var file = Checkout.DefinitionOf(device);
        return Run.RunAsync(new DefinitionSource(device, file, File.ReadAllText(file)), () => { }, CancellationToken.None);
    }
}
