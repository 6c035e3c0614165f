// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.Native;

/// <summary>What poll(2) says about a descriptor.</summary>
[Flags]
internal enum Readiness
{
    None = 0,
    Readable = 1,
    Writable = 2,

    /// <summary>The other side is away. A virtio-serial port recovers from this when a client comes back; a socket does not.</summary>
    HungUp = 4,
    Broken = 8,
}
