// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>What the firmware and the boot loader say of this start; null for what they do not say.</summary>
/// <param name="SecureBoot">Whether only signed programs start.</param>
/// <param name="SetupMode">Whether anybody may still enrol keys.</param>
/// <param name="Loader">The boot loader: <c>systemd-boot 257.8</c>.</param>
/// <param name="Entry">What it started: <c>ghaf_20251101.000000+2-1.efi</c>.</param>
/// <param name="CountedFile">The file in whose name the boot loader counts attempts; null when it does not count.</param>
public sealed record FirmwarePosture(
    bool? SecureBoot = null, bool? SetupMode = null, string? Loader = null, string? Entry = null, string? CountedFile = null);
