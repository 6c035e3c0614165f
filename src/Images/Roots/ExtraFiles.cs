// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Puts a plan's own files into a tree.</summary>
internal static class ExtraFiles
{
    public static readonly PartName Part = new(PartKind.Own, "files of the definition");

    /// <param name="folders">What <see cref="FilePlan.Source"/> is relative to: one of them has the file.</param>
    /// <exception cref="SourceFileMissingException">None has it.</exception>
    /// <exception cref="SourceFileAmbiguousException">Several have it.</exception>
    public static void AddTo(RootTree tree, IEnumerable<FilePlan> files, ImmutableArray<string> folders)
    {
        foreach (var file in files)
        {
            tree.Set(file.Path, ToEntry(file, folders));
        }
    }

    /// <summary>What a planned file says.</summary>
    /// <exception cref="SourceFileMissingException">No folder has it.</exception>
    public static string TextOf(FilePlan file, ImmutableArray<string> folders) =>
        file.Source is null ? file.Content ?? "" : Encoding.UTF8.GetString(Source(file, folders));

    private static RootEntry ToEntry(FilePlan file, ImmutableArray<string> folders)
    {
        if (file.Target is not null)
        {
            return new RootEntry(RootEntryKind.Link, 0b111_111_111) { Target = file.Target };
        }

        var content = file.Source is null
            ? FileContent.Of(file.Content ?? "")
            : FileContent.Of(Source(file, folders));
        return new RootEntry(RootEntryKind.File, Convert.ToInt32(file.Mode, 8)) { Content = content };
    }

    private static byte[] Source(FilePlan file, ImmutableArray<string> folders)
    {
        string[] found = [.. folders.Select(folder => Path.Combine(folder, file.Source!)).Where(File.Exists)];
        return found switch
        {
            [var only] => File.ReadAllBytes(only),
            [] => throw new SourceFileMissingException(file, folders),
            _ => throw new SourceFileAmbiguousException(file, found),
        };
    }
}
