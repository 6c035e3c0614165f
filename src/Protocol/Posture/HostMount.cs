// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>A mounted file system.</summary>
/// <param name="Point">Where: <c>/var</c>.</param>
/// <param name="Type"><c>erofs</c>, <c>tmpfs</c>, …</param>
/// <param name="Source">What it was mounted from: <c>/dev/dm-0</c>.</param>
/// <param name="Options"><c>ro</c>, <c>nosuid</c>, …</param>
public sealed record HostMount(string Point, string Type, string Source, IReadOnlyList<string> Options);
