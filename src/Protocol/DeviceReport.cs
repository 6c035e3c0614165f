// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>One line of the status port, with exactly one member: the device says this of itself, and hears nothing there.</summary>
/// <param name="Status">The state of the VMs: at least every 2 seconds.</param>
/// <param name="Posture">How the host is made: once to each client, when it is known.</param>
/// <param name="RecoveryKey">What opens the device's storage on any machine; told once in its life. Not for a log.</param>
public sealed record DeviceReport(DeviceStatus? Status = null, HostPosture? Posture = null, string? RecoveryKey = null);
