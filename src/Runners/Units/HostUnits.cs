// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text;
using Ghaf.Model;

namespace Ghaf.Runners.Units;

/// <summary>Everything by which systemd on the host runs a plan's VMs: units, users, folders, device rules.</summary>
public static class HostUnits
{
    public static ImmutableArray<FilePlan> For(DevicePlan device) =>
    [
        .. device.Vms.Select(vm => VmUnit.For(device, vm)),
        .. device.Vms.Select(vm => Enable(HostPaths.Unit(vm))),
        .. device.Vms.SelectMany(ShareUnit.For),
        Text($"/etc/systemd/system/{VmdUnit.Name}", VmdUnit.Text(device)),
        Enable(VmdUnit.Name),
        Text($"/etc/systemd/system/{PostureUnit.Name}", PostureUnit.Text),
        Text("/etc/systemd/system/ghaf-passthrough.service", PassthroughService),
        .. StateUnit.For(device),
        .. device.Vms.SelectMany(TpmUnit.For),
        Text($"/etc/systemd/system/{BootGoodUnit.Name}", BootGoodUnit.Text),
        Text("/etc/tmpfiles.d/ghaf.conf", Folders(device)),
        Text("/usr/lib/udev/rules.d/80-ghaf.rules", UdevRules(device)),
    ];

    /// <summary>The lines that the VMs' users and the links' groups add to <c>/etc/passwd</c> and <c>/etc/group</c>.</summary>
    public static (string Passwd, string Group) Users(DevicePlan device)
    {
        var passwd = new StringBuilder();
        var group = new StringBuilder();
        foreach (var vm in device.Vms)
        {
            passwd.Append($"{vm.User}:x:{vm.Uid}:{vm.Uid}:VM {vm.Name}:/nonexistent:/usr/sbin/nologin\n");
            group.Append($"{vm.User}:x:{vm.Uid}:\n");
        }

        for (var index = 0; index < device.Links.Length; index++)
        {
            group.Append($"{HostPaths.LinkGroup(device.Links[index])}:x:{FirstLinkGroup + index}:\n");
        }

        return (passwd.ToString(), group.ToString());
    }

    // Beside the registry's users of the VMs, which start at 800.
    private const int FirstLinkGroup = 900;

    private const string PassthroughService = $"""
        [Unit]
        Description=Hand devices to the VMs that own them
        After=systemd-modules-load.service systemd-udevd.service

        [Service]
        Type=oneshot
        RemainAfterExit=yes
        ExecStart={HostPaths.Vmd} bind-passthrough

        # It writes to sysfs, and gives the devices' files to the users of the VMs.
        CapabilityBoundingSet=CAP_CHOWN
        DevicePolicy=closed
        IPAddressDeny=any
        LockPersonality=yes
        MemoryDenyWriteExecute=yes
        MemoryMax=64M
        NoNewPrivileges=yes
        PrivateNetwork=yes
        PrivateTmp=yes
        ProtectClock=yes
        ProtectControlGroups=yes
        ProtectHome=yes
        ProtectHostname=yes
        ProtectKernelLogs=yes
        ProtectKernelModules=yes
        ProtectSystem=strict
        RestrictAddressFamilies=AF_UNIX
        RestrictNamespaces=yes
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        SystemCallArchitectures=native
        SystemCallErrorNumber=EPERM
        SystemCallFilter=@system-service
        SystemCallFilter=~@resources
        TasksMax=32
        UMask=0077

        """;

    // The VMs wait for it: KVM's module is loaded by udev, whichever processor it is.
    private static string UdevRules(DevicePlan device) => "KERNEL==\"kvm\", TAG+=\"systemd\"\n" + string.Concat(
        device.Passthrough.Where(passed => passed.Device.Bus == DeviceBus.Usb).Select(passed => UsbRule(passed.Vm, passed.Device)));

    // The device file of a USB device belongs to the user of the VM that it is for, wherever it is plugged in.
    private static string UsbRule(VmPlan vm, PassthroughPlan device) => string.Join(", ", (string[])
    [
        "SUBSYSTEM==\"usb\"", "ENV{DEVTYPE}==\"usb_device\"",
        .. device.Path is { } port ? (string[])[$"KERNEL==\"{port}\""] : [],
        .. device.Id?.ToString().Split(':') is [var vendor, var product]
            ? (string[])[$"ATTR{{idVendor}}==\"{vendor}\"", $"ATTR{{idProduct}}==\"{product}\""]
            : [],
        $"OWNER=\"{vm.User}\"", "MODE=\"0600\"",
    ]) + "\n";

    private static string Folders(DevicePlan device)
    {
        var folders = new StringBuilder("d /run/ghaf 0755 root root -\nd /run/ghaf/link 0755 root root -\n");
        foreach (var link in device.Links)
        {
            // Set-group-id: the socket gets the link's group, whoever makes it.
            var gateway = device.Vms.Single(vm => vm.Name == link.Gateway);
            folders.Append($"d {HostPaths.LinkFolder(link)} 2750 {gateway.User} {HostPaths.LinkGroup(link)} -\n");
        }

        foreach (var vm in device.Vms.Where(vm => !vm.Shares.IsEmpty))
        {
            folders.Append($"d {HostPaths.ShareFolder(vm)} 0750 root {vm.User} -\n");
            folders.Append(string.Concat(vm.Shares.Select(share => $"d {share.HostPath} 0755 root root -\n")));
        }

        return folders.ToString();
    }

    private static FilePlan Text(string path, string content) => new() { Path = path, Mode = "0644", Content = content };

    private static FilePlan Enable(string unit) => new()
    {
        Path = $"/etc/systemd/system/multi-user.target.wants/{unit}",
        Target = $"../{unit}",
    };
}
