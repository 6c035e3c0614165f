// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Ghaf.Model;

/// <summary>
/// Who set a value, from the weakest to the strongest. A stronger layer overrides a weaker one; within a layer a setting
/// of one VM overrides one of all VMs; a forced setting overrides every other.
/// </summary>
public enum Layer
{
    /// <summary>A module that ships a VM, the host or the guests' base.</summary>
    [JsonStringEnumMemberName("base")]
    Base,

    /// <summary>A <see cref="FeatureSpec"/>, or the variant.</summary>
    [JsonStringEnumMemberName("feature")]
    Feature,

    /// <summary>The machine.</summary>
    [JsonStringEnumMemberName("hardware")]
    Hardware,

    /// <summary>A <see cref="ProfileSpec"/>: debug or release.</summary>
    [JsonStringEnumMemberName("profile")]
    Profile,

    /// <summary>The device's own file.</summary>
    [JsonStringEnumMemberName("user")]
    User,
}
