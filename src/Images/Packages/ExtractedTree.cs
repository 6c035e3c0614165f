// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>What an extraction made.</summary>
/// <param name="Entries">Files, folders and links.</param>
/// <param name="Bytes">Of the contents of files.</param>
/// <param name="Owned">What does not belong to root.</param>
/// <param name="Skipped">Device nodes and pipes, which an ordinary user cannot make; with a leading slash.</param>
public sealed record ExtractedTree(
    int Entries, ByteSize Bytes, IReadOnlyList<OwnedPath> Owned, IReadOnlyList<string> Skipped);
