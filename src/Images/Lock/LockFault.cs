// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>Something in a lock file that ghaf never writes.</summary>
/// <param name="Line">Counted from 1; 0 if it is no line in particular.</param>
/// <param name="Problem">A sentence.</param>
public sealed record LockFault(int Line, string Problem);
