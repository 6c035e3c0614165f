// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>A folder of the host that a VM sees by virtiofs.</summary>
/// <param name="Tag">What the VM mounts: at most 36 bytes, a limit of virtiofs.</param>
/// <param name="HostPath">The folder on the host; a plain absolute path.</param>
/// <param name="MountPoint">Where the VM mounts it.</param>
public sealed record Share(string Tag, string HostPath, string MountPoint)
{
    /// <summary>Whether the VM cannot write to it. Default: it cannot.</summary>
    public bool ReadOnly { get; init; } = true;

    public override string ToString() => $"{HostPath} at {MountPoint}{(ReadOnly ? "" : ", writable")}";
}
