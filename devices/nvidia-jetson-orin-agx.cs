#!/usr/bin/env -S dotnet --
// SPDX-License-Identifier: Apache-2.0
#:project ../modules/Ghaf.Modules.csproj
#:property PublishAot=false
using Ghaf.Model;
using Ghaf.Modules;
using Ghaf.Modules.Features;
using Ghaf.Modules.Hardware;
using Ghaf.Modules.SystemVms;

// The developer kit with its Wi-Fi card in net-vm. Its graphics processor cannot be passed through, so it has no gui-vm.
return Definition.Run(args, Reference.Device("nvidia-jetson-orin-agx", JetsonOrinAgx.Machine,
[
    NetVm.With(JetsonOrinAgx.Wifi),
]) with
{
    Title = "NVIDIA Jetson AGX Orin",
    Variants = Variant.OfVirtualizing,
    Outputs = [OutputSpec.Image, OutputSpec.FlashScript],
    Features = [Wifi.With(JetsonOrinAgx.WifiFirmware, [JetsonOrinAgx.WifiModule])],
});
