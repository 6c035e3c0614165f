// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

internal sealed record VsockPeer(uint Cid) : IVsockPeer;
