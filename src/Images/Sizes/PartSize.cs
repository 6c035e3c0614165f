// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>How much of an image is one part's.</summary>
/// <param name="Bytes">The content of its files, without the tables of the file system.</param>
/// <param name="Files">How many there are; several names of one file count once.</param>
public sealed record PartSize(PartKind Kind, string Name, long Bytes, int Files);
