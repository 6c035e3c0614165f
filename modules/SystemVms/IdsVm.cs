// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;

namespace Ghaf.Modules.SystemVms;

/// <summary>
/// Stands between the application VMs and the outside: it is their gateway, at the other end of their only cables, so that there is
/// no way round it. It routes, with each VM's own address, and Suricata looks at each packet and each question for a name: what breaks
/// a rule is told, or stopped. Without Suricata nothing passes.
/// </summary>
public static class IdsVm
{
    public const string Name = "ids-vm";

    /// <param name="gateway">Through which it reaches the outside itself.</param>
    /// <param name="rules">
    /// Files with rules of the owner's, beside ours; relative to a folder <c>files</c>, as in <see cref="FileSpec.Copy"/>, and named
    /// <c>….rules</c>. Default: none.
    /// </param>
    /// <param name="shutsOut">
    /// Whether a VM that breaks a rule with the mark <c>shut-out</c> is cut off for as long as the rule says: ten minutes by ours.
    /// Default: yes.
    /// </param>
    public static VmSpec Behind(
        string gateway, string[]? rules = null, bool shutsOut = true, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        VmSpec.Named(Name, file, line)
            .Gateway(gateway, file, line)
            .Memory(320.MiB)
            .AsRouter(Inspection.Tables)
            .Inspects(rules ?? [], shutsOut, file, line)
            .Files(
            [
                FileSpec.Rendered("/etc/systemd/network/10-outside.link", OutsideLink),

                // In the place of the guests' base's, which asks for a lease.
                FileSpec.Rendered("/etc/systemd/network/50-uplink.network", OutsideNetwork),
            ])
            .AsModule();

    private static string OutsideLink(VmContext vm) => vm.Uplink is null
        ? "# This VM has no gateway.\n"
        : $"""
          # The cable to {vm.Uplink.Gateway}.
          [Match]
          PermanentMACAddress={vm.Uplink.ClientMac}

          [Link]
          Name={RouterBase.OutsideInterface}

          """;

    // Not by DHCP: the address is registered, and a lease could only be missing. So the way stands before the gateway answers,
    // and while it is down and comes back; nobody behind notices more than packets without an answer.
    private static string OutsideNetwork(VmContext vm) => vm.Uplink is null
        ? "# This VM has no gateway.\n"
        : $"""
          [Match]
          Name={RouterBase.OutsideInterface}

          [Network]
          Address={vm.Uplink.ClientAddress}/{vm.Uplink.PrefixLength}
          Gateway={vm.Uplink.GatewayAddress}
          ConfigureWithoutCarrier=yes
          LinkLocalAddressing=no
          IPv6AcceptRA=no

          """;
}
