#!/usr/bin/env -S dotnet --
// SPDX-License-Identifier: Apache-2.0
#:project ../modules/Ghaf.Modules.csproj
#:property PublishAot=false
using Ghaf.Model;
using Ghaf.Modules;
using Ghaf.Modules.AppVms;
using Ghaf.Modules.Hardware;
using Ghaf.Modules.SystemVms;

// The reference device, in an emulator: one network card, the VM that owns it, one that stands before it, one that keeps the logs,
// and two applications that reach the outside through the first two and nothing else.
return Definition.Run(args, Reference.Device("vm", EmulatedMachine.X86,
[
    NetVm.With(EmulatedMachine.Ethernet),
    IdsVm.Behind(NetVm.Name),
    AdminVm.Apart(),
    AppVm.Named("curl-vm", ["curl"]).Applications(
    [
        new Application("fetch", "Fetch a page", ["/usr/bin/curl", "--silent", "--show-error"])
        {
            Arguments = [new ApplicationArgument("url", ArgumentKind.Url) { Required = true }],
        },
    ]),
    AppVm.Named("plain-vm").Memory(192.MiB).Calls([new AllowedCall("curl-vm", "Applications/List"), new AllowedCall("host", "Vms/List")]),
]));
