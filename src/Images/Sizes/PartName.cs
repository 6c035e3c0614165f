// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>Whose a file in an image is.</summary>
/// <param name="Name">A package, <c>vmd</c>, <c>modules</c>, <c>net-vm</c>, …</param>
public sealed record PartName(PartKind Kind, string Name);
