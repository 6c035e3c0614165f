// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;

namespace Ghaf.Images;

/// <summary>Reads the members of an ar archive, which a .deb file is, one after the other.</summary>
/// <remarks>
/// <code>
/// !&lt;arch&gt;
/// debian-binary   1717171717  0     0     100644  4         `
/// 2.0
/// control.tar.xz  1717171717  0     0     100644  1234      `
/// </code>
/// Headers have 60 bytes; members begin at even offsets.
/// </remarks>
internal sealed class ArArchive(Stream stream, string name)
{
    private const int HeaderSize = 60;
    private long _next;

    /// <summary>The next member, or null at the end. The stream stands at the member's first byte.</summary>
    /// <exception cref="PackageDamagedException">It is not an ar archive.</exception>
    public (string Name, long Size)? Next()
    {
        if (_next == 0)
        {
            Span<byte> magic = stackalloc byte[8];
            stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
            _next = magic.SequenceEqual("!<arch>\n"u8) ? 8 : throw Damaged("it does not begin like an ar archive");
        }

        stream.Position = _next;
        Span<byte> header = stackalloc byte[HeaderSize];
        var read = stream.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false);
        if (read == 0)
        {
            return null;
        }

        if (read < HeaderSize
            || !header[58..].SequenceEqual("`\n"u8)
            || !long.TryParse(Encoding.ASCII.GetString(header[48..58]).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || _next + HeaderSize + size > stream.Length)
        {
            throw Damaged("a member's header makes no sense");
        }

        _next += HeaderSize + size + (size & 1);
        return (Encoding.ASCII.GetString(header[..16]).TrimEnd(' ').TrimEnd('/'), size);
    }

    private PackageDamagedException Damaged(string problem) => new(name, $"It is no Debian package: {problem}.");
}
