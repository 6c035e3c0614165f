// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Ghaf.Cli;

/// <summary>What a file with holes really takes.</summary>
internal static partial class StoredSize
{
    private const int WorkingDirectory = -100;
    private const uint Blocks = 0x400;
    private const int BlocksOffset = 0x30;
    private const int BlockSize = 512;

    /// <summary>In bytes; the file's length where the file system does not say: statx(2), stx_blocks.</summary>
    public static long Of(string file)
    {
        var answer = new byte[256];
        return Statx(WorkingDirectory, file, 0, Blocks, answer) == 0
            ? BitConverter.ToInt64(answer, BlocksOffset) * BlockSize
            : new FileInfo(file).Length;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, [Out] byte[] answer);
}
