// SPDX-License-Identifier: Apache-2.0
using Ghaf.Benchmarks.Reporting;
using Ghaf.Protocol;

namespace Ghaf.Benchmarks.Runs;

/// <param name="BootSeconds">From the start of the command until all VMs were ready.</param>
/// <param name="Boot">The host's part of it.</param>
internal sealed record DeviceAtRest(double BootSeconds, BootTimes Boot, IReadOnlyList<VmResult> Vms);
