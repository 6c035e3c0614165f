// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>The host: kernel, systemd and the VM manager, nothing else.</summary>
public sealed record HostSpec : SystemSpec
{
    /// <summary>The Debian package whose dependency is the host's kernel. Default: <c>linux-image-amd64</c>.</summary>
    public string KernelPackage { get; init; } = "linux-image-amd64";

    /// <summary>Memory that the host and its hypervisors need beside the VMs' own. Default: 512 MiB.</summary>
    public ByteSize ReservedMemory { get; init; } = 512.MiB;
}
