// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>One name in a root file system.</summary>
internal sealed record RootEntry(RootEntryKind Kind, int Mode)
{
    public int Uid { get; init; }

    public int Gid { get; init; }

    /// <summary>Where a symbolic link leads.</summary>
    public string? Target { get; init; }

    /// <summary>A file's bytes; nothing for an empty file and for every other kind.</summary>
    public FileContent Content { get; init; } = FileContent.Empty;

    /// <summary>Whose it is; null when nobody says so. Archives do not keep it.</summary>
    public PartName? Owner { get; init; }

    /// <summary>Files with the same identity, not null, are names of one file.</summary>
    public string? Identity { get; init; }

    /// <summary>Same to whoever mounts the file system; names of one file may be told apart.</summary>
    public bool IsSameAs(RootEntry other) =>
        Kind == other.Kind && Mode == other.Mode && Uid == other.Uid && Gid == other.Gid && Target == other.Target
        && Content.IsSameAs(other.Content);
}
