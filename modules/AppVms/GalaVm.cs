// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;

namespace Ghaf.Modules.AppVms;

/// <summary>
/// GALA, the client of an Android phone that runs in a data centre. The documented client is in no Debian release; a cloud
/// phone shows itself to a browser as well, so here it is a window of Chromium on the phone's page.
/// </summary>
public static class GalaVm
{
    public const string Name = "gala-vm";

    private static readonly Application Client = new("gala", "GALA", ["/usr/bin/chromium", "--ozone-platform=wayland", "--new-window"])
    {
        Arguments = [new ApplicationArgument("url", ArgumentKind.Url) { Required = true }],
    };

    public static VmSpec Spec([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        AppVm.Windowed(Name, "#33ff57", Client, ["chromium"], file, line)
            .Memory(1536.MiB)
            .Cores(2)
            .AsModule();
}
