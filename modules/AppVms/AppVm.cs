// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;
using Ghaf.Modules.SystemVms;

namespace Ghaf.Modules.AppVms;

/// <summary>A VM for one application: no device, and no way out but through net-vm.</summary>
public static class AppVm
{
    /// <param name="name">Ends in <c>-vm</c> by custom.</param>
    /// <param name="packages">Debian packages beyond the common base.</param>
    public static VmSpec Named(
        string name, string[]? packages = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        VmSpec.Named(name, file, line).Packages(packages ?? [], file, line).Gateway(NetVm.Name).AsModule();
}
