// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Which package sets a plan needs: what a lock must hold.</summary>
public static class PackageRequests
{
    // Every Debian root has these: maintainer scripts count on them.
    private const string Essential = "?essential";

    /// <summary>The tools that build and run images. They are unpacked and not configured.</summary>
    public static ImmutableArray<string> Toolchain { get; } =
    [
        "bash", "bubblewrap", "busybox-static", "coreutils", "cpio", "cryptsetup-bin", "dash", "dnsmasq-base", "dosfstools",
        "erofs-utils", "findutils", "kmod", "libfaketime", "mtools", "openssl", "ovmf", "python3-virt-firmware", "qemu-system-x86", "swtpm",
        "swtpm-tools", "systemd-boot-efi", "systemd-boot-tools", "systemd-repart", "systemd-ukify", "xz-utils",
    ];

    /// <summary>The linker for the programs that we compile ahead of time.</summary>
    public static ImmutableArray<string> Compiler { get; } = ["bash", "bubblewrap", "coreutils", "gcc", "libc6-dev"];

    public static ImmutableArray<string> Host(DevicePlan plan) => [Essential, .. plan.Host.Packages];

    public static ImmutableArray<string> HostKernel(DevicePlan plan) => [plan.Host.KernelPackage];

    public static ImmutableArray<string> GuestBase(DevicePlan plan) => [Essential, .. plan.Guest.Packages];

    public static ImmutableArray<string> GuestKernel(DevicePlan plan) => [plan.Guest.KernelPackage];

    public static ImmutableArray<string> Vm(DevicePlan plan, VmPlan vm) => [.. GuestBase(plan), .. vm.Packages];

    /// <summary>The part of a device that <see cref="GuestBase"/> is for.</summary>
    public const string GuestBasePart = "guest base";

    /// <summary>All of them with what they are for, equal ones too.</summary>
    public static ImmutableArray<PackageUse> UsesOf(DevicePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        PackageUse Use(string part, IEnumerable<string> request) =>
            new(plan.Target, part, PackageLock.Normalise(request)) { Suite = plan.Suite };
        return
        [
            Use("toolchain", Toolchain),
            Use("compiler", Compiler),
            Use("host", Host(plan)),
            Use("host kernel", HostKernel(plan)),
            Use(GuestBasePart, GuestBase(plan)),
            Use("guest kernel", GuestKernel(plan)),
            .. plan.Vms.Select(vm => Use(vm.Name.Value, Vm(plan, vm)) with { IsOnGuestBase = true }),
        ];
    }

    /// <summary>All of them, each once.</summary>
    public static ImmutableArray<ImmutableArray<string>> For(DevicePlan plan) =>
        [.. UsesOf(plan).Select(use => use.Request).DistinctBy(request => string.Join(' ', request))];
}
