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

    /// <summary>What compiles a kernel, with the source: the C compiler and its plugins, and what the kernel's build calls.</summary>
    /// <param name="source">Debian's package with the source, such as <c>linux-source-6.12</c>.</param>
    public static ImmutableArray<string> KernelCompiler(string source) =>
    [
        source, "bc", "bison", "bubblewrap", "coreutils", "dash", "diffutils", "findutils", "flex", "g++", "gcc", "gcc-14-plugin-dev",
        "grep", "gzip", "libc6-dev", "libelf-dev", "m4", "make", "mawk", "perl-base", "python3-minimal", "sed", "tar", "xz-utils", "zstd",
    ];

    /// <summary>Looks whether a kernel is hardened. trixie does not have it.</summary>
    public static ImmutableArray<string> HardeningChecker { get; } = ["bubblewrap", "kernel-hardening-checker/forky"];

    /// <summary>What tells what a TPM will measure; only for devices with storage.</summary>
    public static ImmutableArray<string> Measuring { get; } =
    [
        "bash", "bubblewrap", "coreutils", "libtss2-esys-3.0.2-0t64", "libtss2-mu-4.0.1-0t64", "libtss2-rc0t64", "systemd",
    ];

    /// <summary>
    /// What signs with a key in a PKCS #11 token that p11-kit serves, and SoftHSM, a token in files. Locked for every device, for a
    /// lock does not know where keys are, and fetched when there is such a key.
    /// </summary>
    public static ImmutableArray<string> TokenSigner { get; } =
    [
        "bubblewrap", "coreutils", "libfaketime", "openssl", "p11-kit", "p11-kit-modules", "pkcs11-provider", "softhsm2", "systemd-repart",
    ];

    public static ImmutableArray<string> Host(DevicePlan plan) => [Essential, .. plan.Host.Packages];

    /// <summary>Debian's kernel, or what compiles one.</summary>
    public static ImmutableArray<string> Kernel(KernelRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return recipe.IsCompiled ? KernelCompiler(recipe.Package) : [recipe.Package];
    }

    public static ImmutableArray<string> GuestBase(DevicePlan plan) => [Essential, .. plan.Guest.Packages];

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
            Use("token signer", TokenSigner),
            .. plan.Vms.Any(vm => vm.KeepsState) ? (PackageUse[])[Use("measuring", Measuring)] : [],
            Use("host", Host(plan)),
            Use("host kernel", Kernel(KernelRecipe.OfHost(plan))),
            Use(GuestBasePart, GuestBase(plan)),
            Use("guest kernel", Kernel(KernelRecipe.OfGuest(plan))),
            .. KernelRecipe.Of(plan).Any(recipe => recipe.IsCompiled) ? [Use("hardening checker", HardeningChecker)] : (PackageUse[])[],
            .. plan.Vms.Select(vm => Use(vm.Name.Value, Vm(plan, vm)) with { IsOnGuestBase = true }),
        ];
    }

    /// <summary>All of them, each once.</summary>
    public static ImmutableArray<ImmutableArray<string>> For(DevicePlan plan) =>
        [.. UsesOf(plan).Select(use => use.Request).DistinctBy(request => string.Join(' ', request))];
}
