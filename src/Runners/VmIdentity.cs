// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Runners;

/// <summary>What a VM is told from outside: who it is, and where it says that it is ready.</summary>
internal static class VmIdentity
{
    private const string Credential = "vmm.notify_socket";

    // systemd's plain “vsock:” tries SEQPACKET only.
    private static readonly string NotifySocket = $"vsock-stream:2:{HostPaths.NotifyPort}";

    /// <summary>systemd takes the hypervisor's identifier as its machine id: the same at every start, another in every VM.</summary>
    public static Guid MachineId(DevicePlan device, VmPlan vm) =>
        new(Sha256.Of($"ghaf machine {device.Device} {vm.Name}").Hex[..32]);

    /// <summary>Whether the VM is told by SMBIOS; if not, by the kernel's command line.</summary>
    public static bool HasSmbios(DevicePlan device, VmPlan vm) =>
        HypervisorRecords.Of(vm).SmbiosOn.Contains(device.Hardware.Architecture);

    /// <summary>The SMBIOS string of type 11 that systemd in the VM reads: systemd.system-credentials(7).</summary>
    public static string SmbiosString { get; } = $"io.systemd.credential:{Credential}={NotifySocket}";

    /// <summary>The kernel's command line, with what SMBIOS does not say.</summary>
    public static string KernelCommandLine(DevicePlan device, VmPlan vm) => string.Join(' ', HasSmbios(device, vm)
        ? vm.KernelArguments
        :
        [
            .. vm.KernelArguments,
            $"systemd.machine_id={MachineId(device, vm):N}",
            $"systemd.set_credential={Credential}:{NotifySocket}",
        ]);
}
