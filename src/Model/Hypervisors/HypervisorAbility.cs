// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>Something that a VM needs of its hypervisor, and that not every hypervisor has.</summary>
public enum HypervisorAbility
{
    /// <summary>A PCI function of the machine, by VFIO.</summary>
    PciPassthrough,

    /// <summary>A USB device of the machine, from the first moment on.</summary>
    UsbPassthrough,

    /// <summary>A device of the device tree, by VFIO.</summary>
    PlatformPassthrough,

    /// <summary>A folder of the host, by virtiofs.</summary>
    Shares,

    /// <summary>A writable disk of its own.</summary>
    Volumes,

    /// <summary>A TPM 2.0 of its own, emulated by swtpm on the host.</summary>
    Tpm,

    /// <summary>Stream sockets between host and VM.</summary>
    Vsock,

    /// <summary>Telling vmd over vsock that it is ready.</summary>
    Readiness,

    /// <summary>Memory that can be taken back while it runs.</summary>
    Balloon,

    /// <summary>A serial console that vmd can attach to, as a Unix socket.</summary>
    SerialConsole,

    /// <summary>A network card joined to that of another VM by nothing but a Unix socket.</summary>
    Links,

    /// <summary>More words of its command line than we know of.</summary>
    ExtraArguments,

    /// <summary>An emulated graphics card. Our VMs with a display have a real one passed through.</summary>
    Graphics,
}
