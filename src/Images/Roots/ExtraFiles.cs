// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Puts a plan's own files into a tree.</summary>
internal static class ExtraFiles
{
    /// <param name="sources">The folder that <see cref="FilePlan.Source"/> is relative to.</param>
    public static void AddTo(RootTree tree, IEnumerable<FilePlan> files, string sources)
    {
        foreach (var file in files)
        {
            tree.Set(file.Path, ToEntry(file, sources));
        }
    }

    private static RootEntry ToEntry(FilePlan file, string sources)
    {
        if (file.Target is not null)
        {
            return new RootEntry(RootEntryKind.Link, 0b111_111_111) { Target = file.Target };
        }

        var content = file.Source is null
            ? FileContent.Of(file.Content ?? "")
            : FileContent.Of(Source(file, sources));
        return new RootEntry(RootEntryKind.File, Convert.ToInt32(file.Mode, 8)) { Content = content };
    }

    private static byte[] Source(FilePlan file, string sources)
    {
        var path = Path.Combine(sources, file.Source!);
        return File.Exists(path)
            ? File.ReadAllBytes(path)
            : throw new SourceFileMissingException(file, path);
    }
}
