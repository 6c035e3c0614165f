// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>A feature of each connection: the machine it comes from, by the kernel's word and not the peer's.</summary>
public interface IVsockPeer
{
    uint Cid { get; }
}
