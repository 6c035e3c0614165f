// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests;

/// <summary>What agents say of their VMs.</summary>
internal static class Reports
{
    /// <summary>A VM that is well.</summary>
    public static GuestReport Of(string vm) => new(
        vm, "1.0", "b0", 75.9, 0.004, 0.002, 240 << 20, 152 << 20, 0.25, "running", [], DateTimeOffset.UnixEpoch.AddYears(60), 0);
}
