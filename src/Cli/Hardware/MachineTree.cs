// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Ghaf.Cli.Hardware;

/// <summary>Reads what a machine's kernel says of it. Links are followed within the tree, never out of it.</summary>
internal sealed class MachineTree(ITreeSource source)
{
    // As many as the kernel follows.
    private const int MostLinks = 40;

    /// <summary>A file's content without the white space at its ends; null if there is none, it is empty or may not be read.</summary>
    /// <remarks>Texts of a device tree end with NUL, and lists have it between their members: here that is a space.</remarks>
    public string? Read(string path) =>
        source.TextAt(RealPath(path))?.Replace('\0', ' ').Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A hexadecimal number such as <c>0x8086</c>, with or without its start; null if there is none.</summary>
    public long? ReadHex(string path) =>
        Read(path) is { } text
        && long.TryParse(
            text.StartsWith("0x", StringComparison.Ordinal) ? text[2..] : text,
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var number)
            ? number
            : null;

    /// <summary>The names in a folder, in order of their code points.</summary>
    public IEnumerable<string> Names(string folder) => source.NamesAt(RealPath(folder)).Order(StringComparer.Ordinal);

    /// <summary>Whether there is a file, folder or link of this name.</summary>
    public bool Exists(string path) => Names(ParentOf(path)).Contains(NameOf(path));

    /// <summary>The name of what a link leads to, such as a device's driver; null if there is no link.</summary>
    public string? LinkedName(string path) =>
        source.LinkAt(RealPath(ParentOf(path)) + "/" + NameOf(path)) is { } target ? NameOf(target.TrimEnd('/')) : null;

    /// <summary>The path without links in it. What does not exist is taken as it is written.</summary>
    public string RealPath(string path)
    {
        var links = 0;
        var real = "";
        var rest = new Stack<string>(PartsOf(path).Reverse());
        while (rest.TryPop(out var part))
        {
            if (part == "..")
            {
                real = ParentOf(real);
            }
            else if (part != "." && source.LinkAt(real + "/" + part) is { } target && links++ < MostLinks)
            {
                real = target.StartsWith('/') ? "" : real;
                foreach (var step in PartsOf(target).Reverse())
                {
                    rest.Push(step);
                }
            }
            else if (part != ".")
            {
                real += "/" + part;
            }
        }

        return real;
    }

    /// <summary>The last part of a path.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The path without its last part; empty for the root.</summary>
    public static string ParentOf(string path) => path.LastIndexOf('/') is >= 0 and var at ? path[..at] : "";

    private static string[] PartsOf(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
