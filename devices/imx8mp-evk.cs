#!/usr/bin/env -S dotnet --
// SPDX-License-Identifier: Apache-2.0
#:project ../modules/Ghaf.Modules.csproj
#:property PublishAot=false
using Ghaf.Modules;
using Ghaf.Modules.Hardware;

// Without an IOMMU no VM can own a card: the minimal host alone.
return Definition.Run(args, Reference.Device("imx8mp-evk", Imx8mpEvk.Machine, []) with
{
    Title = "NXP i.MX 8M Plus Evaluation Kit",
    Variants = Variant.Only(Variant.HostOnly),
});
