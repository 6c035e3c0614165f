// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Hardware;

/// <summary>A device that does not have its name yet.</summary>
/// <param name="Kind">What it is, such as <c>ethernet</c>.</param>
/// <param name="Named">Makes its record of its name.</param>
internal sealed record FoundDevice(string Kind, Func<string, HardwareDeviceSpec> Named);
