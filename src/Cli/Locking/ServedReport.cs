// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Locking;

/// <summary>Where the locked packages can be had: each is counted at the first place that has it.</summary>
/// <param name="Snapshot">Only in the archive of all that Debian ever published.</param>
internal sealed record ServedReport(int Store, int Mirrors, int Snapshot, int Nowhere);
