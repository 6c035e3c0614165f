// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Locking;

/// <summary>What <c>ghaf lock</c> and <c>ghaf lock update</c> did, for programs.</summary>
/// <param name="Written">False if there was nothing to do, or it was only to be shown.</param>
/// <param name="Bytes">Of all .deb files.</param>
/// <param name="Changes">Null if there was no lock before, or a damaged one.</param>
internal sealed record LockReport(string File, bool Written, int Packages, int Sets, long Bytes, DiffReport? Changes);
