// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;
using Ghaf.Modules.SystemVms;

namespace Ghaf.Modules.Features;

/// <summary>The fingerprint reader belongs to gui-vm, where people log in.</summary>
public static class Fingerprint
{
    /// <param name="reader">The hardware's device.</param>
    public static FeatureSpec With(string reader, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new FeatureSpec("fingerprint", file, line).WhenVm(GuiVm.Name).OnVm(GuiVm.Name, vm => vm
            .Devices([reader], file, line)
            .Packages(["fprintd", "libpam-fprintd"]));
}
