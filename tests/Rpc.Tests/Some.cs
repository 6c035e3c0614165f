// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc.Tests;

/// <summary>Values for tests that do not care which.</summary>
internal static class Some
{
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Far more than anything here takes; it only ends a test that hangs.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static readonly GuestChannelOptions Patient = new() { ConnectLimit = Limit, CallLimit = Limit, KeepAlive = Limit };

    public static DeviceAuthority Authority(TimeProvider? time = null) => DeviceAuthority.Create(10 * Day, time: time);
}
