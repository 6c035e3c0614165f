// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;
using Ghaf.Modules.AppVms;

namespace Acme.Sensors;

/// <summary>Collects what sensors report. It reaches the outside through net-vm and nothing else.</summary>
public static class SensorVm
{
    public const string Name = "sensor-vm";

    public static VmSpec Default([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        AppVm.Named(Name, ["curl"], file, line)
            .Memory(192.MiB)
            .Files(
            [
                FileSpec.Copy("/etc/acme/collector.conf", "acme-sensors/collector.conf"),
                FileSpec.Copy("/etc/systemd/system/acme-collector.service", "acme-sensors/acme-collector.service"),
                FileSpec.Link("/etc/systemd/system/multi-user.target.wants/acme-collector.service", "../acme-collector.service"),
                FileSpec.Copy("/usr/lib/acme/collect", "acme-sensors/collect") with { Mode = FileSpec.Executable },
            ]);
}
