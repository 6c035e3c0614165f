// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;

namespace Ghaf.Modules.Features;

/// <summary>The built-in camera belongs to one VM and to nobody else.</summary>
public static class Camera
{
    /// <param name="vm">Who may look through it.</param>
    /// <param name="devices">The cameras of all builds of the machine, one of which is there.</param>
    public static FeatureSpec In(
        string vm, IEnumerable<string> devices, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new FeatureSpec("camera", file, line).WhenVm(vm)
            .OnVm(vm, spec => spec.Devices(devices.Select(DeviceRequest.Named), file, line));
}
