// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Modules.SystemVms;

namespace Ghaf.Modules.Features;

/// <summary>Every other VM may announce itself to admin-vm, which knows from then on who is there and how they are.</summary>
public static class Registry
{
    private static readonly AllowedCall Register = new(AdminVm.Name, "Registry/Register");

    public static FeatureSpec Feature { get; } = new FeatureSpec("registry").WhenVm(AdminVm.Name)
        .OnAllVms(vm => vm.Calls([Register]))
        .OnVm(AdminVm.Name, vm => vm.Remove(VmKeys.Calls, [Register]));
}
