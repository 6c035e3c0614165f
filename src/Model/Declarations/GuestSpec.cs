// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>
/// Settings of all VMs. Packages of theirs are composed once and stored once in the image; a VM's own setting of the same
/// layer overrides one of these.
/// </summary>
public sealed record GuestSpec : VirtualSystemSpec<GuestSpec>
{
    private protected override GuestSpec With(ImmutableArray<Setting> settings) =>
        this with { Settings = [.. Settings, .. settings] };
}
