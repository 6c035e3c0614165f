// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Modules.Host;

namespace Ghaf.Modules.SystemVms;

/// <summary>What every VM is made of: systemd, an address from its gateway, and an ear for the host.</summary>
public static class GuestBase
{
    /// <param name="architecture">Debian's name of it: on arm64 the serial port of QEMU's machine is a PL011, else a 16550.</param>
    public static GuestSpec For(string architecture) => new GuestSpec()
        .Packages(["systemd", "systemd-sysv", "udev", "kmod", "iproute2"])
        .KernelFragments(["base", "virtio", "guest", "tpm", "networking", "hardening"])
        .KernelModules(["virtio_blk", "virtio_net", "virtio_balloon", "erofs", "overlay", "vmw_vsock_virtio_transport", "autofs4"])
        .KernelArguments([$"console={ConsoleFor(architecture)}", "quiet", "systemd.show_status=no", "reboot=t", "panic=-1"])
        .Files(
        [
            FileSpec.Rendered("/etc/hostname", vm => vm.Name + "\n"),
            FileSpec.Text("/etc/hosts", "127.0.0.1 localhost\n"),
            FileSpec.Rendered("/etc/systemd/network/50-uplink.network", Uplink),
            FileSpec.Rendered("/etc/resolv.conf", Resolver),
            FileSpec.Rendered("/etc/fstab", Volumes),
            FileSpec.Enable("systemd-networkd.service"),
            FileSpec.Mask("systemd-networkd-wait-online.service"),
            FileSpec.Mask("systemd-networkd-persistent-storage.service"),
            FileSpec.Mask("systemd-network-generator.service"),
            FileSpec.Copy("/etc/systemd/system/ghaf-poweroff.socket", "guest/ghaf-poweroff.socket"),
            FileSpec.Copy("/etc/systemd/system/ghaf-poweroff@.service", "guest/ghaf-poweroff@.service"),
            FileSpec.Link("/etc/systemd/system/sockets.target.wants/ghaf-poweroff.socket", "../ghaf-poweroff.socket"),
        ])
        .KernelModules(GuestAgent.KernelModules)
        .Files(GuestAgent.Files)
        .Files(Quiet.Units)
        .Files(QuietGuest.Generators);

    private static string ConsoleFor(string architecture) => architecture == "arm64" ? "ttyAMA0" : "ttyS0";

    // Of a VM with a gateway, the card on the link to it. A VM that routes has others, and a file of its own for this one.
    private static string Uplink(VmContext vm) => vm.Uplink is null
        ? "# This VM has no gateway.\n"
        : $"""
          [Match]
          PermanentMACAddress={vm.Uplink.ClientMac}

          [Network]
          DHCP=ipv4
          LinkLocalAddressing=no
          IPv6AcceptRA=no

          [DHCPv4]
          ClientIdentifier=mac
          SendHostname=no
          UseHostname=no
          UseNTP=no

          """;

    // udev names a disk by its serial number: systemd-makefs(8) makes a file system where there is none.
    private static string Volumes(VmContext vm) => vm.Volumes.IsEmpty
        ? "# This VM keeps nothing.\n"
        : string.Concat(vm.Volumes.Select(volume =>
            $"/dev/disk/by-id/virtio-{volume.Name} {volume.MountPoint} ext4 nosuid,nodev,noexec,x-systemd.makefs,x-systemd.growfs 0 2\n"));

    private static string Resolver(VmContext vm) => vm.Uplink is null
        ? "# This VM has no gateway.\n"
        : $"nameserver {vm.Uplink.GatewayAddress}\n";
}
