// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>A lock before and after it was made.</summary>
/// <param name="Before">Null if there was none, or a damaged one.</param>
internal sealed record MadeLock(PackageLock? Before, PackageLock After, bool IsWritten);
