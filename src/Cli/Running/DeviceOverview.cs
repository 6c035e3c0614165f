// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli;

/// <summary>What <c>ghaf status</c> shows.</summary>
/// <param name="Device">What the host knows of its VMs.</param>
/// <param name="Guests">What the agents of those that are ready say.</param>
/// <param name="Silent">Why others say nothing.</param>
internal sealed record DeviceOverview(DeviceStatus Device, IReadOnlyList<GuestReport> Guests, IReadOnlyList<SilentGuest> Silent);

/// <param name="Name">The VM.</param>
/// <param name="Reason">A sentence for people.</param>
internal sealed record SilentGuest(string Name, string Reason);
