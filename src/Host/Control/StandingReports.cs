// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Protocol;

namespace Ghaf.Host.Control;

/// <summary>What the device says of itself once, and to whoever listens later as well. Safe for several threads.</summary>
internal sealed class StandingReports
{
    private ImmutableList<DeviceReport> _all = [];

    /// <summary>In the order in which they came; it only grows.</summary>
    public ImmutableList<DeviceReport> All => _all;

    public void Add(DeviceReport report) => ImmutableInterlocked.Update(ref _all, all => all.Add(report));
}
