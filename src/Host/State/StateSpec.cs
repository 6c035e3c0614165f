// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Runners;

namespace Ghaf.Host.State;

/// <summary>What a device keeps over its restarts: the files that are its VMs' volumes.</summary>
/// <param name="Volumes">All volumes of all VMs; none for a device that keeps nothing.</param>
internal sealed record StateSpec(IReadOnlyList<VolumeFile> Volumes)
{
    /// <summary>A device without volumes opens no storage.</summary>
    public bool IsNeeded => Volumes.Count > 0;

    public static StateSpec From(DevicePlan device) => new(
    [
        .. from vm in device.Vms
           from volume in vm.Volumes
           select new VolumeFile(HostPaths.VolumeFile(vm, volume), volume.Size.Bytes, (uint)vm.Uid),
    ]);
}
