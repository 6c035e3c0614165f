// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Runners.Crosvm;

/// <summary>A VM's plan to crosvm's arguments: a pure function. Flags are those of the published source of August 2026.</summary>
public static class CrosvmCommand
{
    public const string Program = "/usr/bin/crosvm";

    public static ImmutableArray<string> Arguments(DevicePlan device, VmPlan vm) =>
    [
        "run",
        "--name", vm.Name.Value,

        // Its own sandbox needs new namespaces, which the unit forbids; the unit's user and limits are the sandbox.
        "--disable-sandbox",
        "--cpus", $"num-cores={vm.Cores}",
        "--mem", $"size={vm.Memory.MiB}",
        "--initrd", HostPaths.GuestInitrd,
        "--params", VmIdentity.KernelCommandLine(device, vm),
        .. VmIdentity.HasSmbios(device, vm)
            ? (string[])["--smbios", $"uuid={VmIdentity.MachineId(device, vm)},oem-strings=[\"{VmIdentity.SmbiosString}\"]"]
            : [],
        "--serial", $"type=file,path={HostPaths.ConsoleLog(vm)},hardware=serial,num=1,console",
        "--no-usb",
        "--block", $"path={HostPaths.GuestBase},ro,id=base",
        "--block", $"path={HostPaths.Layer(vm)},ro,id=layer",
        .. vm.Volumes.SelectMany(v => (string[])["--block", $"path={HostPaths.VolumeFile(vm, v)},id={v.Name}"]),
        "--vsock", $"cid={vm.Cid}",
        .. vm.Shares.SelectMany(s => (string[])["--shared-dir", $"{s.HostPath}:{s.Tag}:type=fs"]),
        .. vm.Devices.Where(d => d.Address is not null)
            .SelectMany(d => (string[])["--vfio", $"/sys/bus/pci/devices/{d.Address},iommu=off"]),
        .. VmMemory.HasBalloon(vm) ? (string[])["--balloon-page-reporting"] : ["--no-balloon"],
        .. vm.HypervisorArguments.SelectMany(a => a.Value is null ? [a.Option] : (string[])[a.Option, a.Value]),
        HostPaths.GuestKernel,
    ];
}
