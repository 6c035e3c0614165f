// SPDX-License-Identifier: Apache-2.0
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Ghaf.Exec;

namespace Ghaf.Images.Tests;

/// <summary>Makes small packages and archives for tests.</summary>
public static class DebFile
{
    /// <summary>A package whose data are compressed with <c>xz</c>, <c>gz</c> or <c>zst</c>.</summary>
    public static async Task<byte[]> MakeAsync(string compression, params TarEntry[] entries)
    {
        var control = new PaxTarEntry(TarEntryType.RegularFile, "./control")
        {
            DataStream = new MemoryStream("Package: hello\n"u8.ToArray()),
        };
        using var deb = new MemoryStream();
        deb.Write("!<arch>\n"u8);
        Add(deb, "debian-binary", "2.0\n"u8.ToArray());
        Add(deb, "control.tar.gz", await CompressAsync("gz", Tar(control)));
        Add(deb, "data.tar." + compression, await CompressAsync(compression, Tar(entries)));
        return deb.ToArray();
    }

    public static byte[] Tar(params TarEntry[] entries)
    {
        using var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, TarEntryFormat.Gnu, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                writer.WriteEntry(entry);
            }
        }

        return stream.ToArray();
    }

    public static GnuTarEntry Text(string name, string text, int mode = 0b110_100_100) => new(TarEntryType.RegularFile, name)
    {
        DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
        Mode = (UnixFileMode)mode,
    };

    public static GnuTarEntry Folder(string name, int mode = 0b111_101_101) =>
        new(TarEntryType.Directory, name) { Mode = (UnixFileMode)mode };

    public static GnuTarEntry Link(string name, string target, TarEntryType type = TarEntryType.SymbolicLink) =>
        new(type, name) { LinkName = target };

    private static async Task<byte[]> CompressAsync(string compression, byte[] plain)
    {
        using var target = new MemoryStream();
        if (compression == "gz")
        {
            await using (var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
            {
                await gzip.WriteAsync(plain);
            }
        }
        else
        {
            var tool = compression == "xz" ? "xz" : "zstd";
            Assert.SkipWhen(ProgramPath.Find(tool) is null, $"{tool} is not installed");
            await (Command.Of(tool, "-c") with
            {
                WriteInput = (pipe, stop) => pipe.WriteAsync(plain, stop).AsTask(),
                ReadOutput = (pipe, stop) => pipe.CopyToAsync(target, stop),
            }).RunAsync();
        }

        return target.ToArray();
    }

    private static void Add(MemoryStream deb, string name, byte[] content)
    {
        deb.Write(Encoding.ASCII.GetBytes($"{name,-16}{0,-12}{0,-6}{0,-6}{100644,-8}{content.Length,-10}`\n"));
        deb.Write(content);
        if (content.Length % 2 == 1)
        {
            deb.WriteByte((byte)'\n');
        }
    }
}
