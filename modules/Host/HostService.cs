// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Modules.Host;

/// <summary>A unit of Debian's systemd that a reduced host has.</summary>
/// <param name="Unit">Its file's name: <c>systemd-udevd.service</c>.</param>
/// <param name="Why">What the host would lack without it.</param>
public sealed record HostService(string Unit, string Why);
