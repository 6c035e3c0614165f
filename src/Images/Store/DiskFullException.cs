// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>The file system of the store has no room.</summary>
public sealed class DiskFullException(string folder, string fileSystem, ByteSize free, Exception? cause = null)
    : GhafException(
        $"The file system {fileSystem}, which holds {folder}, is full: {free} were free when writing failed.",
        "Make room with `ghaf store gc` (`--days 0` removes everything; let no other ghaf run then), or put the store elsewhere with GHAF_STORE=/path/with/room.",
        cause)
{
    public string FileSystem { get; } = fileSystem;

    public ByteSize Free { get; } = free;

    public override ExitCode ExitCode => ExitCode.NoSpace;
}
