// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>What a garbage collection did.</summary>
/// <param name="Removed">How many steps and fetched files are gone.</param>
/// <param name="Kept">How many are left.</param>
/// <param name="Freed">The bytes of what is gone.</param>
public sealed record GcResult(int Removed, int Kept, ByteSize Freed);
