// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>
/// Says which machine a connection comes from, of the address that the kernel gives with it; null refuses the connection.
/// <see cref="VsockEndPoint.CidOf"/>, but for tests on machines without vsock.
/// </summary>
public delegate uint? PeerCid(ReadOnlySpan<byte> address);
