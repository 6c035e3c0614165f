// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;
using Ghaf.Modules.SystemVms;

namespace Ghaf.Modules.Features;

/// <summary>
/// net-vm's card is a Wi-Fi card: its firmware, the radio rules of countries, and iwd, which joins networks. The networks
/// themselves are the owner's and not part of a definition.
/// </summary>
public static class Wifi
{
    /// <param name="firmware">Debian's package with the card's firmware.</param>
    /// <param name="modules">Of the driver, those that it asks for itself when it has seen the card.</param>
    public static FeatureSpec With(
        string firmware, string[] modules, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new FeatureSpec("wifi", file, line).WhenVm(NetVm.Name).OnVm(NetVm.Name, vm => vm
            .Memory(512.MiB)
            .Packages(["iwd", "wireless-regdb"])
            .Packages([firmware], file, line)
            .KernelModules(modules, file, line)

            // The ciphers of WPA: the driver's and those that iwd uses through the kernel.
            .KernelModules(["ccm", "gcm", "cmac", "algif_hash", "algif_skcipher"])
            .Files(
            [
                FileSpec.Text("/etc/iwd/main.conf", Configuration),
                FileSpec.Enable("iwd.service"),
            ]));

    // The interface keeps the name that net-vm gave it, and networkd its addresses.
    private const string Configuration =
        """
        [General]
        UseDefaultInterface=true
        EnableNetworkConfiguration=false

        """;
}
