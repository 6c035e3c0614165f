// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Ghaf.Cli;

/// <summary>Hands every key to us, Ctrl-C included, until it is disposed. Does nothing where there is no terminal.</summary>
internal sealed partial class RawTerminal : IDisposable
{
    private const int StandardInput = 0;
    private const int Now = 0;

    // struct termios of glibc and musl has 60 bytes on all our architectures.
    private const int Size = 60;
    private readonly byte[]? _before;

    private RawTerminal(byte[]? before) => _before = before;

    public bool IsTerminal => _before is not null;

    public static RawTerminal Enter()
    {
        var before = new byte[Size];
        if (GetAttributes(StandardInput, before) != 0)
        {
            return new RawTerminal(null);
        }

        var raw = before.ToArray();
        MakeRaw(raw);
        return SetAttributes(StandardInput, Now, raw) == 0 ? new RawTerminal(before) : new RawTerminal(null);
    }

    public void Dispose()
    {
        if (_before is not null)
        {
            _ = SetAttributes(StandardInput, Now, _before);
        }
    }

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    private static partial int GetAttributes(int file, [Out] byte[] attributes);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    private static partial int SetAttributes(int file, int when, byte[] attributes);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    private static partial void MakeRaw([In, Out] byte[] attributes);
}
