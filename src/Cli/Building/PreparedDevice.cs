// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>A device that can be started.</summary>
/// <param name="Took">Wall-clock time from the plan to here.</param>
internal sealed record PreparedDevice(DevicePlan Plan, BuiltDevice Built, TimeSpan Took);
