// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>A compiled kernel.</summary>
/// <param name="Image">The bootable file's path in the store.</param>
/// <param name="Release">As it calls itself: <c>6.12.118-ghaf</c>.</param>
public sealed record BuiltKernel(string Image, string Release);
