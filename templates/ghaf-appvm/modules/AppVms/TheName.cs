// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;
using Ghaf.Modules.AppVms;

namespace Modules.AppVms;

/// <summary>A VM for one application: no device, and no way out but through ids-vm, or net-vm where there is no ids-vm.</summary>
public static class TheName
{
    public const string Vm = "the-name-vm";

    // Replace the package: any of Debian's. `ghaf lock` pins its version.
    public static VmSpec Default([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        AppVm.Named(Vm, ["curl"], file, line).Memory(256.MiB);
}
