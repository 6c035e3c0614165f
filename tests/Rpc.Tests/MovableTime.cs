// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc.Tests;

/// <summary>A clock that a test moves.</summary>
internal sealed class MovableTime : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
}
