// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>An attempt to get a socket.</summary>
/// <param name="Family">The name of the family: <c>AF_INET</c>.</param>
/// <param name="Error">The kernel's answer: <c>EAFNOSUPPORT</c>; null when it gave one.</param>
public sealed record SocketTry(string Family, string? Error = null);
