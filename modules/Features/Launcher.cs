// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;
using Ghaf.Modules.SystemVms;

namespace Ghaf.Modules.Features;

/// <summary>Applications that a person starts on gui-vm's screen: their VMs, and gui-vm's right to start them.</summary>
public static class Launcher
{
    private const string Start = "Applications/Start";

    /// <param name="vms">Only with gui-vm: nothing shows their windows without it.</param>
    public static FeatureSpec Of(VmSpec[] vms, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new FeatureSpec("launcher", file, line) { Vms = [.. vms] }.WhenVm(GuiVm.Name).OnVm(GuiVm.Name, gui => gui
            .Calls(vms.Select(vm => new AllowedCall(vm.Name, Start)), file, line));
}
