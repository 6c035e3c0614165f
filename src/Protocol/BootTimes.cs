// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>How long each part of the host's start took, in seconds, as systemd measured it; see systemd-analyze(1), <c>time</c>.</summary>
/// <param name="Kernel">From its beginning until the first program.</param>
/// <param name="Userspace">Until all of the host's units were started; VMs go on from there.</param>
/// <param name="Firmware">
/// From power on to the boot loader; null where the firmware does not tell. <c>ghaf run</c> has it from the emulator: with the loader,
/// which does not tell its part in a virtual machine.
/// </param>
/// <param name="Loader">The boot loader, until the kernel began; null where it does not tell.</param>
/// <param name="Initrd">
/// What the initial RAM disk's own systemd did, between kernel and userspace; null where there is none. A script counts to the kernel.
/// </param>
public sealed record BootTimes(
    double Kernel, double Userspace, double? Firmware = null, double? Loader = null, double? Initrd = null);
