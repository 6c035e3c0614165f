// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Cli;

/// <summary>Writes the files of a template: all, or none if one is there already.</summary>
internal static class WriteTemplate
{
    /// <exception cref="FilesExistException">With all that are there already.</exception>
    public static void To(string folder, ImmutableArray<TemplateFile> files)
    {
        ImmutableArray<string> present =
            [.. files.Select(file => file.Path).Where(path => Path.Exists(Path.Combine(folder, path)))];
        if (!present.IsEmpty)
        {
            throw new FilesExistException(folder, present);
        }

        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var writer = new StreamWriter(new FileStream(path, FileMode.CreateNew));
            writer.Write(file.Text);
        }
    }
}
