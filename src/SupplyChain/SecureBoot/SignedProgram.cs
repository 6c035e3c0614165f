// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.SupplyChain;

/// <summary>A program of an EFI system partition.</summary>
/// <param name="Path">In the partition.</param>
/// <param name="Signers">Names of those whose certificates signed it.</param>
/// <param name="Hash">SHA-256 of what is signed, by which a firmware can be told not to start it; none of a file that is no program.</param>
public sealed record SignedProgram(string Path, SignatureState State, ImmutableArray<string> Signers, string? Hash);
