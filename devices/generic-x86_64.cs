#!/usr/bin/env -S dotnet --
// SPDX-License-Identifier: Apache-2.0
#:project ../modules/Ghaf.Modules.csproj
#:property PublishAot=false
using Ghaf.Modules;
using Ghaf.Modules.AppVms;
using Ghaf.Modules.Features;
using Ghaf.Modules.Hardware;
using Ghaf.Modules.SystemVms;

// A PC with an Intel processor, to start a definition of one's own from: the machine's record says where to look, and a machine
// that differs names its own devices.
return Definition.Run(args, Reference.Device("generic-x86_64", GenericX86.Machine,
[
    NetVm.With(GenericX86.Wifi),
    GuiVm.With(GenericX86.Graphics, GenericX86.GraphicsFirmware),
]) with
{
    Title = "Generic x86-64 computer",
    Variants = Variant.OfVirtualizing,
    Features =
    [
        Launcher.Of([ChromiumVm.Spec(), ZathuraVm.Spec()]),
        Wifi.With(GenericX86.WifiFirmware, ["iwlmvm"]),
    ],
});
