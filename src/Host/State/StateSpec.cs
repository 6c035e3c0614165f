// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Runners;

namespace Ghaf.Host.State;

/// <summary>What a device keeps over its restarts: the files that are its VMs' volumes, and what their TPMs remember.</summary>
/// <param name="Volumes">All volumes of all VMs.</param>
/// <param name="Tpms">The folders of all VMs' TPMs.</param>
internal sealed record StateSpec(IReadOnlyList<VolumeFile> Volumes, IReadOnlyList<OwnedFolder> Tpms)
{
    /// <summary>A device that keeps nothing opens no storage.</summary>
    public bool IsNeeded => Volumes.Count + Tpms.Count > 0;

    public static StateSpec From(DevicePlan device) => new(
    [
        .. from vm in device.Vms
           from volume in vm.Volumes
           select new VolumeFile(HostPaths.VolumeFile(vm, volume), volume.Size.Bytes, (uint)vm.Uid),
    ],
    [
        .. from vm in device.Vms
           where vm.Tpm
           select new OwnedFolder(HostPaths.TpmFolder(vm), (uint)vm.Uid),
    ]);
}
