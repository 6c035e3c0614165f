// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Runners.Emulation;

namespace Ghaf.Runners.Tests.Emulation;

public class EmulatedMachineCommandTests
{
    private const string WithoutKvm = """
        -name ghaf-vm-debug
        -no-user-config
        -nodefaults
        -display none
        -no-reboot
        -d cpu_reset
        -D /run/me/ghaf/vm-debug/resets.log
        -M q35,kernel-irqchip=split,hpet=off,smm=on,vmport=off
        -global driver=cfi.pflash01,property=secure,value=on
        -accel tcg,thread=multi,tb-size=1024
        -cpu max,+svm
        -smp 2
        -m 2048
        -device intel-iommu,intremap=on,caching-mode=on,device-iotlb=on
        -netdev user,id=outside
        -device e1000e,netdev=outside,addr=03.0,mac=52:54:00:12:34:56,romfile=
        -drive if=pflash,unit=0,format=raw,readonly=on,file=/usr/share/OVMF/OVMF_CODE_4M.secboot.fd
        -drive if=pflash,unit=1,format=raw,file=/run/me/ghaf/vm-debug/firmware-variables.fd
        -drive if=none,id=disk,format=raw,snapshot=on,file=/store/a,,b/disk.raw
        -device virtio-blk-pci,drive=disk,serial=ghaf,bootindex=0
        -chardev socket,id=tpm,path=/run/me/ghaf/vm-debug/tpm.sock
        -tpmdev emulator,id=tpm,chardev=tpm
        -device tpm-crb,tpmdev=tpm
        -object rng-random,id=rng,filename=/dev/urandom
        -device virtio-rng-pci,rng=rng
        -device virtio-serial-pci,id=ports
        -chardev socket,id=status,path=/run/me/ghaf/vm-debug/status.sock,server=on,wait=off
        -device virtserialport,bus=ports.0,chardev=status,name=ghaf.status
        -chardev socket,id=control,path=/run/me/ghaf/vm-debug/control.sock,server=on,wait=off
        -device virtserialport,bus=ports.0,chardev=control,name=ghaf.control
        -chardev socket,id=console,path=/run/me/ghaf/vm-debug/console.sock,server=on,wait=off
        -device virtserialport,bus=ports.0,chardev=console,name=ghaf.console
        -chardev socket,id=serial,path=/run/me/ghaf/vm-debug/host.sock,server=on,wait=off,logfile=/run/me/ghaf/vm-debug/host.log,logappend=off
        -serial chardev:serial
        -chardev socket,id=qmp,path=/run/me/ghaf/vm-debug/qmp.sock,server=on,wait=off
        -mon chardev=qmp,mode=control
        """;

    [Fact]
    public void Without_KVM_the_processor_is_an_emulated_one_with_virtualization() =>
        Assert.Equal(WithoutKvm, Lines(kvm: false));

    [Fact]
    public void With_KVM_only_the_processor_differs() => Assert.Equal(
        WithoutKvm.Replace("-accel tcg,thread=multi,tb-size=1024\n-cpu max,+svm", "-accel kvm\n-cpu host"), Lines(kvm: true));

    [Fact]
    public void The_machine_of_a_release_has_no_port_for_orders()
    {
        var options = new EmulationOptions { Disk = "/store/disk.raw", Folder = "/run/me", Memory = new MachineMemory("/run/me"), Kvm = false };
        var ports = EmulatedMachineCommand.Arguments(Plan() with { DebugAccess = false }, options).Where(a => a.StartsWith("virtserialport"));
        Assert.Equal(["virtserialport,bus=ports.0,chardev=status,name=ghaf.status"], ports);
    }

    // An option and its value on one line.
    private static string Lines(bool kvm)
    {
        var options = new EmulationOptions
        {
            Disk = "/store/a,b/disk.raw",
            Folder = "/run/me/ghaf/vm-debug",
            Memory = new MachineMemory("/run/me/ghaf/vm-debug"),
            Kvm = kvm,
        };
        return string.Join(' ', EmulatedMachineCommand.Arguments(Plan(), options)).Replace(" -", "\n-");
    }

    private static DevicePlan Plan() => new()
    {
        Schema = DevicePlan.CurrentSchema,
        Target = "vm-debug",
        Device = "vm",
        Variant = "default",
        Profile = "debug",
        Output = "image",
        Suite = "trixie",
        Hardware = new HardwarePlan
        {
            Name = "emulated-machine-x86_64",
            Architecture = "amd64",
            Memory = 2.GiB,
            Cores = 2,
        },
        Host = new HostPlan
        {
            KernelPackage = "linux-image-amd64",
            KernelFragments = [],
            KernelModules = [],
            KernelArguments = [],
            Packages = [],
            Files = [],
            ReservedMemory = 512.MiB,
        },
        Guest = new GuestPlan { KernelPackage = "linux-image-amd64", KernelFragments = [], Packages = [] },
        Vms =
        [
            new VmPlan
            {
                Name = new VmName("net-vm"),
                Cid = 3,
                User = "ghaf-net-vm",
                Uid = 800,
                Memory = 256.MiB,
                Cores = 1,
                Hypervisor = Hypervisor.Qemu,
                Machine = MachineType.Q35,
                Address = null,
                KernelPackage = "linux-image-amd64",
                KernelFragments = [],
                KernelModules = [],
                KernelArguments = [],
                Packages = [],
                Devices =
                [
                    new PassthroughPlan("card", DeviceBus.Pci)
                    {
                        Address = PciAddress.Parse("0000:00:03.0"),
                        Id = HardwareId.Parse("8086:10d3"),
                    },
                ],
                Files = [],
            },
        ],
        Links = [],
        DebugAccess = true,
    };
}
