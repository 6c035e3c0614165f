// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>How long a caller waits.</summary>
public sealed record GuestChannelOptions
{
    public static GuestChannelOptions Default { get; } = new();

    /// <summary>Until the connection is there, TLS included. Default: 10 seconds.</summary>
    public TimeSpan ConnectLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For a call that is given no deadline. Default: 30 seconds.</summary>
    public TimeSpan CallLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After how long without a call the connection is closed, so that the other side can end. Default: 10 seconds.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After how long without a sign of life during a call the peer is asked for one, which may take as long again. Default: 10 seconds.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(10);
}
