// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>A path whose owner in the archive is not root, which the extracted file's owner cannot show.</summary>
/// <param name="Path">In the tree, with a leading slash.</param>
/// <param name="User">Number.</param>
/// <param name="Group">Number.</param>
/// <param name="UserName">As in the archive, may be empty.</param>
/// <param name="GroupName">As in the archive, may be empty.</param>
public sealed record OwnedPath(string Path, int User, int Group, string UserName, string GroupName);
