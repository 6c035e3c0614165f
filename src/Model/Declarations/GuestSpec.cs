// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>What all VMs of a device have in common. It is composed once and stored once in the image.</summary>
public sealed record GuestSpec : SystemSpec
{
    /// <summary>The Debian package whose dependency is the guests' kernel. Default: <c>linux-image-amd64</c>.</summary>
    public string KernelPackage { get; init; } = "linux-image-amd64";
}
