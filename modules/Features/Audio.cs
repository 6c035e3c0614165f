// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;
using Ghaf.Modules.SystemVms;

namespace Ghaf.Modules.Features;

/// <summary>The sound card belongs to gui-vm, with PipeWire. How the sound of app VMs gets there comes with the graphics stack.</summary>
public static class Audio
{
    /// <param name="devices">The card and whatever has to be passed through with it.</param>
    /// <param name="firmware">Debian's package with the card's firmware.</param>
    public static FeatureSpec With(
        IEnumerable<string> devices, string firmware, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new FeatureSpec("audio", file, line).WhenVm(GuiVm.Name).OnVm(GuiVm.Name, vm => vm
            .Devices(devices.Select(DeviceRequest.Named), file, line)
            .Packages(["alsa-ucm-conf", "pipewire-alsa", "pipewire-pulse", "wireplumber"])
            .Packages([firmware], file, line));
}
