#!/usr/bin/env -S dotnet --
// SPDX-License-Identifier: Apache-2.0
#:package Acme.Sensors@1.0.0
#:package Ghaf.Modules@0.1.0
#:property PublishAot=false
using Acme.Sensors;
using Ghaf.Model;
using Ghaf.Modules;
using Ghaf.Modules.Hardware;
using Ghaf.Modules.SystemVms;

// A gateway whose VM for sensors comes from somebody else's package.
var device = Reference.Device("sensor-gateway", EmulatedMachine.X86, [NetVm.With(EmulatedMachine.Ethernet)]);
return Definition.Run(args, device with { Features = [Telemetry.Feature] });
