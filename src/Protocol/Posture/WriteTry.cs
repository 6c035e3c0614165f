// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>An attempt to make a file.</summary>
/// <param name="Folder">Where.</param>
/// <param name="Error">The kernel's answer: <c>EROFS</c>; null when it let it happen. The file is removed at once.</param>
public sealed record WriteTry(string Folder, string? Error = null);
