// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.SupplyChain;

/// <summary>A program of an EFI system partition.</summary>
/// <param name="Path">In the partition.</param>
/// <param name="Signers">Names of those whose certificates signed it.</param>
public sealed record SignedProgram(string Path, SignatureState State, ImmutableArray<string> Signers);
