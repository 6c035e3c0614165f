// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>What the peer does in the connection.</summary>
public enum PeerRole
{
    Client,
    Server,
}
