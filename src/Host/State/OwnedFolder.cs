// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.State;

/// <summary>A folder that nobody but its user may enter.</summary>
/// <param name="User">The number of the user, and group.</param>
internal sealed record OwnedFolder(string Path, uint User);
