// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

internal enum RootEntryKind
{
    Folder,
    File,
    Link,

    /// <summary>Hides a name of the layer below (a character device 0:0, as overlayfs wants it).</summary>
    Whiteout,
}
