// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Modules.SystemVms;

namespace Ghaf.Modules.Features;

/// <summary>Every VM may announce itself to admin-vm, which knows from then on who is there and how they are.</summary>
public static class Registry
{
    public static FeatureSpec Feature { get; } = new FeatureSpec("registry").WhenVm(AdminVm.Name)
        .OnAllVms(vm => vm.Calls([new AllowedCall(AdminVm.Name, "Registry/Register")]));
}
