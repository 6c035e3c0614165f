// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.State;

/// <summary>The file that is a VM's disk.</summary>
/// <param name="Path">Its folder is its VM's own.</param>
/// <param name="Bytes">How large the VM sees it. A file that exists grows to it and never shrinks.</param>
/// <param name="User">The number of the user, and group, that the VM's hypervisor runs under.</param>
internal sealed record VolumeFile(string Path, long Bytes, uint User);
