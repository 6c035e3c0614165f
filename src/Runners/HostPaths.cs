// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Runners;

/// <summary>Where things lie on the running host.</summary>
public static class HostPaths
{
    /// <summary>Everything of ours that is part of the verified root.</summary>
    public const string Root = "/usr/lib/ghaf";

    /// <summary>The sealed plan.</summary>
    public const string Plan = $"{Root}/plan.json";

    /// <summary>The host daemon.</summary>
    public const string Vmd = $"{Root}/vmd";

    /// <summary>What the host daemon supervises.</summary>
    public const string VmdSettings = $"{Root}/vmd.json";

    /// <summary>The guests' kernel.</summary>
    public const string GuestKernel = $"{Root}/guest/vmlinuz";

    /// <summary>The guests' initrd.</summary>
    public const string GuestInitrd = $"{Root}/guest/initrd.cpio";

    /// <summary>The file system that all VMs share.</summary>
    public const string GuestBase = $"{Root}/guest/base.erofs";

    /// <summary>The port on which the host hears that a VM is ready.</summary>
    public const int NotifyPort = 9999;

    /// <summary>What systemd calls the identity by which a VM's agent is known, in the VM.</summary>
    public const string IdentityCredential = "ghaf.identity";

    /// <summary>vmd's own folder, in memory.</summary>
    public const string VmdRuntime = "/run/ghaf-vmd";

    /// <summary>The authority of the machines of this device, with its key: vmd's.</summary>
    public const string Authority = $"{VmdRuntime}/authority.pem";

    /// <summary>What vmd was told of the logs that a VM collects.</summary>
    public const string Anchors = $"{VmdRuntime}/anchors";

    /// <summary>The identity that a VM gets at its next start, with its key: vmd's.</summary>
    public static string Identity(string vm) => $"{VmdRuntime}/identity-{vm}.pem";

    /// <summary>The same, as systemd hands it to the VM's unit and to nobody else.</summary>
    public static string IdentityOfUnit(VmPlan vm) => $"/run/credentials/{Unit(vm)}/{IdentityCredential}";

    /// <summary>A VM's own layer over the base.</summary>
    public static string Layer(VmPlan vm) => $"{Root}/vms/{vm.Name}.erofs";

    /// <summary>The folder of a VM's sockets and logs, its hypervisor's own.</summary>
    public static string Runtime(VmPlan vm) => $"/run/ghaf/vm/{vm.Name}";

    public static string ConsoleSocket(VmPlan vm) => $"{Runtime(vm)}/console.sock";

    public static string ConsoleLog(VmPlan vm) => $"{Runtime(vm)}/console.log";

    /// <summary>QEMU's monitor.</summary>
    public static string QmpSocket(VmPlan vm) => $"{Runtime(vm)}/qmp.sock";

    /// <summary>cloud-hypervisor's vsock on the host: who connects here says <c>CONNECT port</c> first.</summary>
    public static string VsockSocket(VmPlan vm) => $"{Runtime(vm)}/vsock.sock";

    /// <summary>The socket of the virtiofsd that serves a share.</summary>
    public static string ShareSocket(VmPlan vm, Share share) => $"{ShareFolder(vm)}/{share?.Tag}.sock";

    /// <summary>The folder of the sockets of a VM's shares.</summary>
    public static string ShareFolder(VmPlan vm) => $"/run/ghaf/share/{vm.Name}";

    /// <summary>The label of the partition with the device's encrypted storage.</summary>
    public const string StateLabel = "state";

    /// <summary>Memory of the host for what must not reach a disk.</summary>
    public const string Secrets = "/run/ghaf-state";

    /// <summary>Where that storage is mounted.</summary>
    public const string State = "/var/lib/ghaf";

    /// <summary>The key that vouches for what the TPM measures of an image, as PEM; part of the verified root.</summary>
    public const string PcrPublicKey = $"{Root}/pcr-public.pem";

    /// <summary>The folder of a VM's volumes, its hypervisor's own.</summary>
    public static string VolumeFolder(VmPlan vm) => $"{State}/volumes/{vm.Name}";

    public static string VolumeFile(VmPlan vm, Volume volume) => $"{VolumeFolder(vm)}/{volume?.Name}.raw";

    /// <summary>The folder of what a VM's TPM remembers, its own.</summary>
    public static string TpmFolder(VmPlan vm) => $"{State}/tpm/{vm.Name}";

    /// <summary>The socket of the swtpm that is a VM's TPM.</summary>
    public static string TpmSocket(VmPlan vm) => $"/run/ghaf/tpm/{vm.Name}/tpm.sock";

    /// <summary>The folder of a VM's commands.</summary>
    public static string Commands(VmPlan vm) => $"{Root}/vms/{vm.Name}/bin";

    /// <summary>The folder of a cable between two VMs: only their two hypervisors' users may enter it.</summary>
    public static string LinkFolder(LinkPlan link) => $"/run/ghaf/link/{link.Name}";

    public static string LinkSocket(LinkPlan link) => $"{LinkFolder(link)}/socket";

    /// <summary>The group of the two users that may open a link.</summary>
    public static string LinkGroup(LinkPlan link) => $"ghaf-{link.Name}";

    public static string Unit(VmPlan vm) => $"ghaf-vm-{vm.Name}.service";
}
