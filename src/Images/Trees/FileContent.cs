// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.Images;

/// <summary>Bytes that lie in a part of a file, or in memory. Nothing is read before it is asked for.</summary>
internal sealed record FileContent
{
    private readonly string? _path;
    private readonly long _offset;
    private readonly byte[]? _bytes;

    private FileContent(string? path, long offset, long length, byte[]? bytes)
    {
        _path = path;
        _offset = offset;
        Length = length;
        _bytes = bytes;
    }

    public static FileContent Empty { get; } = new(null, 0, 0, []);

    public long Length { get; }

    public static FileContent Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static FileContent Of(byte[] bytes) => new(null, 0, bytes.Length, bytes);

    public static FileContent Slice(string path, long offset, long length) => new(path, offset, length, null);

    public static FileContent WholeFile(string path) => new(path, 0, new FileInfo(path).Length, null);

    public Stream Open()
    {
        if (_bytes is not null)
        {
            return new MemoryStream(_bytes, writable: false);
        }

        var file = new FileStream(_path!, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        file.Position = _offset;
        return new SliceStream(file, Length);
    }

    public bool IsSameAs(FileContent other)
    {
        if (Length != other.Length)
        {
            return false;
        }

        if (Length == 0 || (_path is not null && _path == other._path && _offset == other._offset))
        {
            return true;
        }

        using var mine = Open();
        using var theirs = other.Open();
        Span<byte> a = stackalloc byte[16384];
        Span<byte> b = stackalloc byte[16384];
        while (true)
        {
            var read = mine.ReadAtLeast(a, a.Length, throwOnEndOfStream: false);
            theirs.ReadExactly(b[..read]);
            if (!a[..read].SequenceEqual(b[..read]))
            {
                return false;
            }

            if (read < a.Length)
            {
                return true;
            }
        }
    }
}
