// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest.Clock;

namespace Ghaf.Guest.Tests;

internal sealed class FakeClock : IWallClock
{
    public long Now { get; set; } = 1_000_000_000;

    public long Read() => Now;

    public void Set(long unixNanoseconds) => Now = unixNanoseconds;
}
