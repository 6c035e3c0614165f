#!/usr/bin/env -S dotnet --
// SPDX-License-Identifier: Apache-2.0
#:project ../modules/Ghaf.Modules.csproj
#:property PublishAot=false
using Ghaf.Model;
using Ghaf.Modules;
using Ghaf.Modules.Hardware;

// The peer's package set as a device without VMs. The benchmark copies this file into devices/ of a scratch checkout.
return Definition.Run(args, new DeviceSpec("parity")
{
    Hardware = EmulatedMachine.X86,
    Host = new HostSpec()
        .Packages(
        [
            "bash", "dbus", "dnsmasq", "iproute2", "nftables", "systemd", "systemd-boot", "systemd-boot-efi",
            "systemd-resolved", "systemd-sysv", "udev",
        ])
        .Kernel("linux-image-cloud-amd64")
        .KernelModules(["erofs", "overlay", "autofs4", "virtio_net", "nf_tables", "nft_masq", "nft_ct"])
        .Files(
        [
            FileSpec.Text("/etc/hostname", "parity\n"),
            FileSpec.Text("/etc/benchmark-text", "text 0\n"),
            FileSpec.Copy("/etc/benchmark-file", "benchmark/file"),
        ]),
    Guest = new GuestSpec().Kernel("linux-image-cloud-amd64"),
    Profiles = [new ProfileSpec("debug") { DebugAccess = true }],
});
