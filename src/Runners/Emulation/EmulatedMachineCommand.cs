// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Runners.Emulation;

/// <summary>
/// A device's plan to the arguments of the QEMU that stands in for its hardware: a pure function. Flags were tried with
/// QEMU 10.0 of Debian 13.
/// </summary>
public static class EmulatedMachineCommand
{
    /// <summary>In the toolchain.</summary>
    public const string Program = "/usr/bin/qemu-system-x86_64";

    /// <summary>UEFI with Secure Boot, in the toolchain.</summary>
    public const string FirmwareCode = "/usr/share/OVMF/OVMF_CODE_4M.secboot.fd";

    /// <summary>The card's address; what the outside sees.</summary>
    public const string CardMac = "52:54:00:12:34:56";

    public static ImmutableArray<string> Arguments(DevicePlan plan, EmulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        var paths = new EmulationPaths(options.Folder);
        return
        [
            "-name", $"ghaf-{plan.Target}",
            "-no-user-config", "-nodefaults", "-display", "none", "-no-reboot",

            // A machine that resets by itself leaves its processors' state there: was it a triple fault?
            "-d", "cpu_reset", "-D", paths.ResetLog,

            // The split interrupt controller is what interrupt remapping of the IOMMU needs.
            // System management mode keeps the firmware's variables from whatever runs in the machine.
            "-M", "q35,kernel-irqchip=split,hpet=off,smm=on,vmport=off",
            "-global", "driver=cfi.pflash01,property=secure,value=on",
            .. Processor(options.Kvm),
            "-smp", $"{plan.Hardware.Cores}",
            "-m", $"{plan.Hardware.Memory.MiB}",

            // Before the PCI devices, which are to be behind it.
            "-device", "intel-iommu,intremap=on,caching-mode=on,device-iotlb=on",

            // The card first: what has no fixed slot takes the next free one.
            .. plan.Passthrough.SelectMany(passed => Card(passed.Device)),
            "-drive", $"if=pflash,unit=0,format=raw,readonly=on,file={FirmwareCode}",
            "-drive", $"if=pflash,unit=1,format=raw,file={Escape(options.Memory.FirmwareVariables)}",
            "-drive", $"if=none,id=disk,format=raw,snapshot={(options.WritesDisk ? "off" : "on")},file={Escape(options.Disk)}",
            "-device", "virtio-blk-pci,drive=disk,serial=ghaf,bootindex=0",
            "-chardev", $"socket,id=tpm,path={Escape(paths.Tpm)}",
            "-tpmdev", "emulator,id=tpm,chardev=tpm",
            "-device", "tpm-crb,tpmdev=tpm",
            "-object", "rng-random,id=rng,filename=/dev/urandom",
            "-device", "virtio-rng-pci,rng=rng",
            "-device", "virtio-serial-pci,id=ports",
            .. Port("status", paths.Status),

            // What a release would not open, its machine need not have.
            .. plan.DebugAccess ? (string[])[.. Port("control", paths.Control), .. Port("console", paths.Console)] : [],
            .. Socket("serial", paths.HostConsole, $",logfile={Escape(paths.HostLog)},logappend=off"),
            "-serial", "chardev:serial",
            .. Socket("qmp", paths.Qmp),
            "-mon", "chardev=qmp,mode=control",
        ];
    }

    // The device starts VMs of its own: with KVM that needs nested virtualization, without it an emulated AMD processor.
    private static string[] Processor(bool kvm) => kvm
        ? ["-accel", "kvm", "-cpu", "host"]
        : ["-accel", "tcg,thread=multi,tb-size=1024", "-cpu", "max,+svm"];

    // The only hardware that the emulated reference machine hands to a VM is its network card. Without romfile= the
    // firmware first tries to boot from the network.
    private static string[] Card(PassthroughPlan device) =>
    [
        "-netdev", "user,id=outside",
        "-device", $"e1000e,netdev=outside,addr={SlotOf(device.Address!.Value)},mac={CardMac},romfile=",
    ];

    // 0000:00:03.0 is 03.0 on the only bus.
    private static string SlotOf(PciAddress address) => address.ToString().Split(':')[2];

    private static string[] Port(string name, string path) =>
    [
        .. Socket(name, path),
        "-device", $"virtserialport,bus=ports.0,chardev={name},name=ghaf.{name}",
    ];

    private static string[] Socket(string id, string path, string more = "") =>
        ["-chardev", $"socket,id={id},path={Escape(path)},server=on,wait=off{more}"];

    // In QEMU's lists of properties a comma is written twice.
    private static string Escape(string value) => value.Replace(",", ",,", StringComparison.Ordinal);
}
