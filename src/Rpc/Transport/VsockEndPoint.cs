// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Runtime.InteropServices;

namespace Ghaf.Rpc;

/// <summary>Where a service is on a machine with VMs: which machine, and which port of it.</summary>
/// <param name="cid">The context id: <see cref="HostCid"/>, that of a VM, or <see cref="AnyCid"/> to listen on all of one's own.</param>
/// <param name="port">Below 1024 only root may listen.</param>
public sealed class VsockEndPoint(uint cid, uint port) : EndPoint
{
    /// <summary>The host's context id, the same on every host.</summary>
    public const uint HostCid = 2;

    /// <summary>For listening: whatever context ids this machine has.</summary>
    public const uint AnyCid = uint.MaxValue;

    public uint Cid => cid;

    public uint Port => port;

    /// <summary>The context id in a <c>struct sockaddr</c> that the kernel gave for a peer; null for another family.</summary>
    public static uint? CidOf(ReadOnlySpan<byte> address) =>
        MemoryMarshal.TryRead<LibC.VsockAddress>(address, out var vsock) && vsock.Family == LibC.AfVsock ? vsock.Cid : null;

    public override string ToString() => cid == AnyCid ? $"vsock:{port}" : $"vsock:{cid}:{port}";
}
