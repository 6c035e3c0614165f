// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>A lock and what to call it.</summary>
/// <param name="Name">A path, or <c>REVISION:PATH</c>.</param>
internal sealed record NamedLock(string Name, PackageLock Lock);
