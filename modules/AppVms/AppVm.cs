// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;
using Ghaf.Modules.SystemVms;

namespace Ghaf.Modules.AppVms;

/// <summary>A VM for one application: no device, and no way out but through ids-vm, or net-vm where there is no ids-vm.</summary>
public static class AppVm
{
    /// <param name="name">Ends in <c>-vm</c> by custom.</param>
    /// <param name="packages">Debian packages beyond the common base.</param>
    public static VmSpec Named(
        string name, string[]? packages = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        VmSpec.Named(name, file, line)
            .Packages(packages ?? [], file, line)
            .Gateway(NetVm.Name)
            .WhenVm(IdsVm.Name, vm => vm.Gateway(IdsVm.Name))
            .AsModule();

    /// <summary>One whose windows gui-vm shows, by waypipe, with a border of the VM's own colour.</summary>
    /// <param name="border">Such as <c>#ff5733</c>; no other VM may have it.</param>
    /// <exception cref="FormatException">It is no colour.</exception>
    public static VmSpec Windowed(
        string name, string border, Application application, string[] packages,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Named(name, [.. packages, "waypipe"], file, line)
            .Graphical()
            .BorderColour(Colour.Parse(border), file, line)
            .Applications([application], file, line)
            .AsModule();
}
