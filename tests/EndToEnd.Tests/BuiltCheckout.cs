// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Ghaf.EndToEnd.Tests;

/// <summary>A fresh checkout with a built vm-debug, in the machine's usual store: made once for all tests that boot.</summary>
public sealed class BuiltCheckout : IAsyncLifetime
{
    public FreshCheckout Checkout { get; } = FreshCheckout.Make("device");

    public string Disk { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        using var built = await ServedLock.BuildAsync(Checkout);
        built.ShouldEndWith(0);
        Disk = JsonDocument.Parse(built.Output).RootElement.GetProperty("disk").GetString()!;
    }

    public ValueTask DisposeAsync()
    {
        Checkout.Dispose();
        return ValueTask.CompletedTask;
    }
}
