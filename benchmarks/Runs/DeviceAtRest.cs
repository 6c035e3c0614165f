// SPDX-License-Identifier: Apache-2.0
using Ghaf.Benchmarks.Reporting;

namespace Ghaf.Benchmarks.Runs;

/// <param name="BootSeconds">From the start of the command until all VMs were ready.</param>
internal sealed record DeviceAtRest(double BootSeconds, IReadOnlyList<VmResult> Vms);
