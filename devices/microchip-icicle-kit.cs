#!/usr/bin/env -S dotnet --
// SPDX-License-Identifier: Apache-2.0
#:project ../modules/Ghaf.Modules.csproj
#:property PublishAot=false
using Ghaf.Modules;
using Ghaf.Modules.Hardware;

// A processor that cannot virtualize: one system, with the machine's network.
return Definition.Run(args, Reference.Device("microchip-icicle-kit", MicrochipIcicleKit.Machine, []) with
{
    Title = "Microchip PolarFire SoC Icicle Kit",
    Variants = Variant.Only(Variant.NoVirtualization),
});
