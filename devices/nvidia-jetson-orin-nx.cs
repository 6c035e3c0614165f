#!/usr/bin/env -S dotnet --
// SPDX-License-Identifier: Apache-2.0
#:project ../modules/Ghaf.Modules.csproj
#:property PublishAot=false
using Ghaf.Model;
using Ghaf.Modules;
using Ghaf.Modules.Hardware;
using Ghaf.Modules.SystemVms;

// The smaller module, with the Ethernet card of its carrier board in net-vm.
return Definition.Run(args, Reference.Device("nvidia-jetson-orin-nx", JetsonOrinNx.Machine,
[
    NetVm.With(JetsonOrinNx.Ethernet),
]) with
{
    Title = "NVIDIA Jetson Orin NX",
    Variants = Variant.OfVirtualizing,
    Outputs = [OutputSpec.Image, OutputSpec.FlashScript],
});
