// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Guest.Clock;

/// <summary>The VM's wall clock.</summary>
internal interface IWallClock
{
    /// <summary>Nanoseconds since 1970, UTC.</summary>
    long Read();

    /// <exception cref="System.ComponentModel.Win32Exception">The kernel does not let us.</exception>
    void Set(long unixNanoseconds);
}
