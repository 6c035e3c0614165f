#!/usr/bin/env -S dotnet --
// SPDX-License-Identifier: Apache-2.0
#:package Ghaf.Modules@GHAF_VERSION
#:project ../modules/Modules.csproj
#:property PublishAot=false
using Ghaf.Model;
using Ghaf.Modules;
using Ghaf.Modules.AppVms;
using Ghaf.Modules.Hardware;
using Ghaf.Modules.SystemVms;
using Modules;

// One network card and the VM that owns it, an application that reaches the outside through that VM, and a feature of our
// own, in modules/. The emulated machine is a place to begin: Ghaf.Modules.Hardware has real ones.
var device = Reference.Device("the-name", EmulatedMachine.X86,
[
    NetVm.With(EmulatedMachine.Ethernet),
    AppVm.Named("curl-vm", ["curl"]),
]);
return Definition.Run(args, device with { Features = [Greeting.Feature] });
