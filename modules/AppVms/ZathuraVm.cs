// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;

namespace Ghaf.Modules.AppVms;

/// <summary>The viewer of PDF files.</summary>
public static class ZathuraVm
{
    public const string Name = "zathura-vm";

    private static readonly Application Viewer = new("zathura", "Zathura", ["/usr/bin/zathura"])
    {
        Arguments = [new ApplicationArgument("file", ArgumentKind.Path)],
    };

    public static VmSpec Spec([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        AppVm.Windowed(Name, "#337aff", Viewer, ["zathura", "zathura-pdf-poppler"], file, line)
            .Memory(512.MiB)
            .AsModule();
}
