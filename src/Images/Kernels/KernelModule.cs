// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.Images;

/// <summary>A module of a kernel package: its bytes and what it says it needs.</summary>
/// <param name="Path">Below <c>lib/modules/VERSION</c>, without a compression's ending: <c>kernel/fs/erofs/erofs.ko</c>.</param>
/// <param name="Content">Decompressed: the kernel need not do it at every start.</param>
/// <param name="Needs">Names or aliases of modules to load before it.</param>
/// <param name="Aliases">Names under which others may ask for it: <c>crc32c</c>.</param>
internal sealed record KernelModule(
    string Path, byte[] Content, IReadOnlyList<string> Needs, IReadOnlyList<string> Aliases)
{
    public string Name => NameOf(Path);

    /// <param name="path">As in the package; may end in <c>.xz</c>.</param>
    public static KernelModule Read(string path, FileContent file)
    {
        using var plain = new MemoryStream();
        using (var stream = file.Open())
        {
            if (path.EndsWith(".xz", StringComparison.Ordinal))
            {
                using var xz = new XzReader();
                xz.CopyTo(stream, plain, CancellationToken.None);
            }
            else
            {
                stream.CopyTo(plain);
            }
        }

        var content = plain.ToArray();
        var plainPath = path.EndsWith(".xz", StringComparison.Ordinal) ? path[..^3] : path;
        var hard = Info(content, "depends").SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries));

        // Sample: "softdep=pre: crc32c"
        var soft = Info(content, "softdep").SelectMany(list => list.Split(' ')).Where(word => !word.EndsWith(':'));
        return new KernelModule(
            plainPath, content, [.. hard.Concat(soft).Select(Canonical)], [.. Info(content, "alias").Select(Canonical)]);
    }

    public static string NameOf(string path) => Canonical(System.IO.Path.GetFileName(path).Split('.')[0]);

    /// <summary>The kernel takes hyphen and underscore for the same.</summary>
    public static string Canonical(string name) => name.Replace('-', '_');

    // Values of a key in the section .modinfo: strings KEY=VALUE with a zero byte at either end.
    private static IEnumerable<string> Info(byte[] content, string key)
    {
        var wanted = Encoding.ASCII.GetBytes($"\0{key}=");
        for (var at = 0; content.AsSpan(at).IndexOf(wanted) is var found and >= 0;)
        {
            var start = at + found + wanted.Length;
            var length = content.AsSpan(start).IndexOf((byte)0);
            yield return Encoding.ASCII.GetString(content, start, length);
            at = start + length;
        }
    }
}
