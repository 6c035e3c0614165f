// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Runners.CloudHypervisor;

/// <summary>
/// A VM's plan to cloud-hypervisor's arguments: a pure function. Flags are those of the published source of v53, where
/// an option of which there are several is written once, with all values after it.
/// </summary>
public static class CloudHypervisorCommand
{
    public const string Program = "/usr/bin/cloud-hypervisor";

    public static ImmutableArray<string> Arguments(DevicePlan device, VmPlan vm) =>
    [
        "--cpus", $"boot={vm.Cores}",
        "--memory", $"size={vm.Memory.MiB}M{(VmMemory.IsShared(vm) ? ",shared=on" : "")}",
        "--kernel", HostPaths.GuestKernel,
        "--initramfs", HostPaths.GuestInitrd,
        "--cmdline", VmIdentity.KernelCommandLine(device, vm),
        "--platform", $"uuid={VmIdentity.MachineId(device, vm)}"
            + (VmIdentity.HasSmbios(device, vm) ? $",oem_strings=[{VmIdentity.SmbiosString}]" : ""),
        "--serial", $"socket={HostPaths.ConsoleSocket(vm)}",
        "--console", "off",
        "--seccomp", "true",
        .. Many("--disk",
        [
            $"path={HostPaths.GuestBase},readonly=on,serial=base,image_type=raw",
            $"path={HostPaths.Layer(vm)},readonly=on,serial=layer,image_type=raw",
            .. vm.Volumes.Select(v => $"path={HostPaths.VolumeFile(vm, v)},serial={v.Name},image_type=raw"),
        ]),
        "--vsock", $"cid={vm.Cid},socket={HostPaths.VsockSocket(vm)}",
        .. Many("--fs", vm.Shares.Select(s => $"tag={s.Tag},socket={HostPaths.ShareSocket(vm, s)}")),
        .. vm.Tpm ? (string[])["--tpm", $"socket={HostPaths.TpmSocket(vm)}"] : [],
        .. Many("--device", vm.Devices.Where(d => d.Address is not null).Select(d => $"path=/sys/bus/pci/devices/{d.Address}")),
        .. VmMemory.HasBalloon(vm) ? (string[])["--balloon", "size=0,deflate_on_oom=on,free_page_reporting=on"] : [],
        .. vm.HypervisorArguments.SelectMany(a => a.Value is null ? [a.Option] : (string[])[a.Option, a.Value]),
    ];

    private static string[] Many(string option, IEnumerable<string> values) =>
        values.ToArray() is { Length: > 0 } all ? [option, .. all] : [];
}
