// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>One suite of a repository as it was when the lock was made.</summary>
/// <param name="Name"><c>debian</c> or <c>debian-security</c>; says which mirrors have its files.</param>
/// <param name="Suite">For example <c>trixie-updates</c>.</param>
/// <param name="Component">For example <c>main</c>.</param>
/// <param name="Architecture">In Debian's words, for example <c>amd64</c>.</param>
/// <param name="InReleaseSha256">Of the signed index, 64 hexadecimal digits.</param>
/// <param name="Date">The Date field of the signed index, Unix seconds.</param>
public sealed record LockedRepository(
    string Name, string Suite, string Component, string Architecture, string InReleaseSha256, long Date);
