#!/usr/bin/env -S dotnet --
// SPDX-License-Identifier: Apache-2.0
#:project ../modules/Ghaf.Modules.csproj
#:property PublishAot=false
using Ghaf.Model;
using Ghaf.Modules;
using Ghaf.Modules.Hardware;
using Ghaf.Modules.SystemVms;

// Ethernet in net-vm, as a platform device with all that it needs.
return Definition.Run(args, Reference.Device("imx8qm-mek", Imx8qmMek.Machine,
[
    NetVm.With(Imx8qmMek.Ethernet).Devices(Imx8qmMek.EthernetNeeds.Select(DeviceRequest.Named)),
]) with
{
    Title = "NXP i.MX 8QuadMax Multisensory Enablement Kit",
    Variants = Variant.OfVirtualizing,
});
