// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Cli.Checking;

/// <summary>What <c>ghaf run --check</c> found.</summary>
/// <param name="BootSeconds">From the start of the emulator until all VMs were ready or failed.</param>
/// <param name="Logs">The folder with all logs.</param>
internal sealed record CheckReport(
    string Target, bool Passed, double BootSeconds, ImmutableArray<CheckedStatement> Statements, string Logs);
