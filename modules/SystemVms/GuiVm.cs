// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;

namespace Ghaf.Modules.SystemVms;

/// <summary>
/// Owns the graphics card, the display and the input devices: the labwc compositor, in which waypipe shows the windows of app
/// VMs. It reaches no network. What is here is what it consists of and what it may ask for; its desktop session comes with the
/// graphics stack.
/// </summary>
public static class GuiVm
{
    public const string Name = "gui-vm";

    /// <param name="graphics">The hardware's graphics card.</param>
    /// <param name="firmware">Debian's package with the card's firmware. Default: it needs none.</param>
    public static VmSpec With(
        string graphics, string? firmware = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        VmSpec.Named(Name, file, line)
            .Graphical()
            .NoRoute()
            .Memory(2.GiB)
            .Cores(2)
            .Devices([graphics], file, line)
            .Packages(["labwc", "waypipe", "foot", "libgl1-mesa-dri"])
            .Packages(firmware is null ? [] : [firmware], file, line)

            // The power menu.
            .Calls([new AllowedCall("host", "Power/PowerOff"), new AllowedCall("host", "Power/Reboot")])
            .AsModule();
}
