// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Modules.Host;
using Ghaf.Modules.SystemVms;

namespace Ghaf.Modules.Profiles;

/// <summary>
/// For people: nothing to log in to, nothing that sealing would call a door for debugging, a host that has what starts VMs and
/// no more, and kernels of our own.
/// </summary>
public static class Release
{
    // A kernel of ours has none to load.
    private static FileSpec NoModules { get; } = FileSpec.Mask("systemd-modules-load.service");

    public static ProfileSpec Profile { get; } = new ProfileSpec("release")
        .OnHost(host => host
            .Reduced()
            .Kernel(HardenedKernel.Source)
            .KernelArguments([.. HardenedKernel.Arguments, .. HardenedKernel.HostArguments, .. BootWatchdog.Arguments])
            .Files(HardenedKernel.Files)
            .Files(BootWatchdog.Files)
            .Files(
            [
                FileSpec.Mask("serial-getty@.service"),
                NoModules,

                // Nobody is there to mend a start that failed: the boot loader counts it, and tries again or takes another image.
                FileSpec.Link("/etc/systemd/system/emergency.target", "/usr/lib/systemd/system/reboot.target"),
                FileSpec.Copy("/etc/systemd/system/var.mount", "host/var.mount"),
                FileSpec.Link("/etc/systemd/system/local-fs.target.wants/var.mount", "../var.mount"),
            ]))
        .OnAllVms(vm => vm
            .Kernel(HardenedKernel.Source)
            .KernelArguments(HardenedKernel.Arguments)
            .Files(HardenedKernel.Files)
            .Files([FileSpec.Mask("serial-getty@.service"), QuietGuest.Getty, QuietGuest.Coldplug, NoModules]));
}
