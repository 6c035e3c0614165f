// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Runners.Units;

/// <summary>All of Ghaf's own units of a host, in the order in which they are documented.</summary>
public static class OwnUnits
{
    public static ImmutableArray<OwnUnit> All { get; } =
    [
        new(VmdUnit.Name, "watches the VMs, hears the power button and reports; takes orders in debug profiles only"),
        new("ghaf-passthrough.service", "gives devices to the VMs that own them, before these start; ends then"),
        new("ghaf-vm-NAME.service", "the hypervisor of a VM, as a user of its own"),
        new("ghaf-share-NAME-TAG.service", "serves a folder to a VM, with its owners; no release is built with one yet", MostExposure: 7.6),
        new("ghaf-tpm-NAME.service", "the TPM of a VM that has one, as that VM's user"),
        new(StateUnit.Name, "opens the encrypted storage of a device that keeps something; ends then", MostExposure: 9.4),
        new(BootGoodUnit.Name, "tells the boot loader that this image came up; ends then", MostExposure: 4.6),
        new(PostureUnit.Name, "finds out how the host is made when its VMs are up; ends then", MostExposure: 3.5),
    ];
}
