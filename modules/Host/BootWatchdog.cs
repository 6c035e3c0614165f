// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Modules.Host;

/// <summary>
/// A start that hangs has an end. A kernel whose root is not on the disk would wait for it for ever
/// (<c>dm-mod.waitfor</c> has no limit), and nobody is there to switch off: the kernel's watchdog counts from the first second,
/// systemd keeps it quiet from then on, and what hangs panics, starts again and is counted by the boot loader.
/// </summary>
public static class BootWatchdog
{
    public static ImmutableArray<KernelArgument> Arguments { get; } =
    [
        "softdog.soft_active_on_boot=1", "softdog.soft_panic=1", "softdog.soft_margin=60",

        // Seconds until a program must have taken the watchdog over.
        "watchdog.open_timeout=60",
    ];

    public static ImmutableArray<FileSpec> Files { get; } =
    [
        FileSpec.Copy("/etc/systemd/system.conf.d/50-ghaf-watchdog.conf", "host/watchdog.conf"),
    ];
}
