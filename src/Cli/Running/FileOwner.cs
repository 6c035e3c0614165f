// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Ghaf.Cli;

/// <summary>Whose a file is: statx(2), stx_uid.</summary>
internal static partial class FileOwner
{
    private const int WorkingDirectory = -100;
    private const int DoNotFollow = 0x100;
    private const uint Uid = 0x8;
    private const int UidOffset = 0x14;

    public static int Myself => (int)EffectiveUser();

    /// <summary>The user's number; -1 if there is no such file.</summary>
    public static int Of(string path)
    {
        var answer = new byte[256];
        return Statx(WorkingDirectory, path, DoNotFollow, Uid, answer) == 0 ? BitConverter.ToInt32(answer, UidOffset) : -1;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, [Out] byte[] answer);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
}
