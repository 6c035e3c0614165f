// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>One of a device's targets: a choice of variant, profile and output.</summary>
public sealed record TargetSpec(DeviceSpec Device, VariantSpec Variant, ProfileSpec Profile, OutputSpec Output)
{
    /// <summary>
    /// Device, variant, profile, output, joined by hyphens: <c>vm-debug</c>, <c>vm-headless-release-installer</c>. The default
    /// variant and the disk image have no part in the name.
    /// </summary>
    public string Name => string.Join('-', (string[])
    [
        Device.Name,
        .. Variant.Name == VariantSpec.Default.Name ? (string[])[] : [Variant.Name],
        Profile.Name,
        .. Output.Name == OutputSpec.Image.Name ? (string[])[] : [Output.Name],
    ]);

    /// <summary>All combinations, in the order of their declaration.</summary>
    public static ImmutableArray<TargetSpec> AllOf(DeviceSpec device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return
        [
            .. from variant in device.Variants
               from profile in device.Profiles
               from output in device.Outputs
               select new TargetSpec(device, variant, profile, output),
        ];
    }
}
