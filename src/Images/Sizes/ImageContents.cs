// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json;

namespace Ghaf.Images;

/// <summary>What a file system is made of, kept beside it in the store.</summary>
/// <param name="ImageBytes">The size of the file system, with its own tables.</param>
/// <param name="Parts">The largest first.</param>
public sealed record ImageContents(long ImageBytes, ImmutableArray<PartSize> Parts)
{
    private const string FileName = "contents.json";
    private static readonly PartName Configured = new(PartKind.Configuration, "maintainer scripts");

    /// <summary>Reads those of a file system that was built.</summary>
    /// <param name="folder">The result of its step.</param>
    public static ImageContents Read(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, FileName));
        return JsonSerializer.Deserialize(file, ImageContentsJson.Default.ImageContents)
            ?? throw new InvalidDataException($"{folder}/{FileName} is empty.");
    }

    /// <summary>The sum of all parts that are not another file system's.</summary>
    public long BytesWithoutVms => Parts.Where(part => part.Kind != PartKind.Vm).Sum(part => part.Bytes);

    internal static void Write(RootTree tree, long imageBytes, string folder)
    {
        var files = tree.Entries.Where(e => e.Value.Kind == RootEntryKind.File)
            .DistinctBy(e => e.Value.Identity ?? e.Key)
            .Select(e => (Part: e.Value.Owner ?? Configured, e.Value.Content.Length));
        var contents = new ImageContents(
            imageBytes,
            [
                .. from file in files
                   group file.Length by file.Part into part
                   let bytes = part.Sum()
                   orderby bytes descending, part.Key.Name
                   select new PartSize(part.Key.Kind, part.Key.Name, bytes, part.Count()),
            ]);
        File.WriteAllBytes(
            Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(contents, ImageContentsJson.Default.ImageContents));
    }
}
