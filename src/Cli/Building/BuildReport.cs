// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>What <c>ghaf build</c> made.</summary>
/// <param name="Disk">Its path in the store.</param>
/// <param name="DiskBytes">How large the disk is that the device sees.</param>
/// <param name="StoredBytes">What it takes on this machine: holes are not stored.</param>
/// <param name="Seconds">Wall-clock time.</param>
internal sealed record BuildReport(string Target, string Disk, long DiskBytes, long StoredBytes, double Seconds);
