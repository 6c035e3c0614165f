// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;

namespace Ghaf.Modules.AppVms;

/// <summary>The web browser.</summary>
public static class ChromiumVm
{
    public const string Name = "chromium-vm";

    private static readonly Application Browser = new("chromium", "Chromium", ["/usr/bin/chromium", "--ozone-platform=wayland"])
    {
        Arguments = [new ApplicationArgument("url", ArgumentKind.Url)],
    };

    public static VmSpec Spec([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        AppVm.Windowed(Name, "#ff5733", Browser, ["chromium"], file, line)
            .Memory(3.GiB)
            .Cores(4)
            .AsModule();
}
