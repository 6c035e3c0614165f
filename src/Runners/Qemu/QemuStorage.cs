// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Runners.Qemu;

/// <summary>A VM's disks and shared folders as QEMU's arguments.</summary>
internal static class QemuStorage
{
    /// <summary>The images of the verified root, which only one file of the host holds for all VMs.</summary>
    public static string[] Image(VmPlan vm, string name, string file) =>
        Disk(vm, name, $"driver=raw,node-name={name},read-only=on,file.driver=file,file.filename={file}");

    // A volume's name could be “base”; a node's and a serial number's must not be the same then.
    public static string[] Volume(VmPlan vm, Volume volume) =>
    [
        "-blockdev",
        $"driver=raw,node-name=volume-{volume.Name},discard=unmap,file.driver=file,file.filename={HostPaths.VolumeFile(vm, volume)}",
        "-device", $"virtio-blk-{QemuBus.Of(vm)},drive=volume-{volume.Name},serial={volume.Name}",
    ];

    public static string[] Share(VmPlan vm, Share share) =>
    [
        "-chardev", $"socket,id=share-{share.Tag},path={HostPaths.ShareSocket(vm, share)}",
        "-device", $"vhost-user-fs-{QemuBus.Of(vm)},chardev=share-{share.Tag},tag={share.Tag}",
    ];

    private static string[] Disk(VmPlan vm, string name, string blockDevice) =>
        ["-blockdev", blockDevice, "-device", $"virtio-blk-{QemuBus.Of(vm)},drive={name},serial={name}"];
}
