#!/usr/bin/env -S dotnet --
// SPDX-License-Identifier: Apache-2.0
#:project ../modules/Ghaf.Modules.csproj
#:property PublishAot=false
using Ghaf.Model;
using Ghaf.Modules;
using Ghaf.Modules.AppVms;
using Ghaf.Modules.Features;
using Ghaf.Modules.Hardware;
using Ghaf.Modules.SystemVms;

// The reference laptop: each of its parts in the hands of one VM, each application in a VM of its own.
return Definition.Run(args, Reference.Device("lenovo-x1-carbon-gen11", LenovoX1CarbonGen11.Machine,
[
    NetVm.With(LenovoX1CarbonGen11.Wifi),
    GuiVm.With(LenovoX1CarbonGen11.Graphics, LenovoX1CarbonGen11.GraphicsFirmware),
    IdsVm.Behind(NetVm.Name),
    AdminVm.Behind(NetVm.Name),
]) with
{
    Title = "Lenovo ThinkPad X1 Carbon Gen 11",
    Variants = Variant.OfVirtualizing,
    Outputs = [OutputSpec.Image, OutputSpec.Installer],
    Features =
    [
        Launcher.Of([ChromiumVm.Spec(), GalaVm.Spec(), ZathuraVm.Spec()]),
        Wifi.With(LenovoX1CarbonGen11.WifiFirmware, ["iwlmvm"]),
        Audio.With(LenovoX1CarbonGen11.AudioGroup, LenovoX1CarbonGen11.AudioFirmware),
        Camera.In(ChromiumVm.Name, LenovoX1CarbonGen11.Cameras),
        Fingerprint.With(LenovoX1CarbonGen11.Fingerprint),
        Registry.Feature,
    ],
});
