// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>What <c>ghaf store gc</c> did.</summary>
internal sealed record StoreReport(int Removed, int Kept, long FreedBytes);
