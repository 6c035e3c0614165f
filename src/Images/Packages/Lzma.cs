// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using System.Runtime.InteropServices;

namespace Ghaf.Images;

/// <summary>The few functions of liblzma that a decoder needs.</summary>
internal static partial class Lzma
{
    private const string Library = "liblzma.so.5";

    private static string? _preferred;

    static Lzma() => NativeLibrary.SetDllImportResolver(typeof(Lzma).Assembly, Resolve);

    public const int Ok = 0;
    public const int StreamEnd = 1;
    public const int Run = 0;
    public const int Finish = 3;

    /// <summary>Goes on with a second stream in the same file, as `xz -d` does.</summary>
    public const uint Concatenated = 0x08;

    [LibraryImport(Library, EntryPoint = "lzma_stream_decoder")]
    public static partial int StreamDecoder(ref State state, ulong memoryLimit, uint flags);

    [LibraryImport(Library, EntryPoint = "lzma_code")]
    public static partial int Code(ref State state, int action);

    [LibraryImport(Library, EntryPoint = "lzma_end")]
    public static partial void End(ref State state);

    /// <summary>
    /// Uses the library of a toolchain, if it can be loaded here and none is in use yet: since 5.6 it decodes in two thirds of the time.
    /// </summary>
    /// <param name="toolchain">The root of the toolchain.</param>
    public static void Prefer(string toolchain) => _preferred ??= Directory
        .EnumerateDirectories(Path.Combine(toolchain, "usr/lib"), "*-linux-gnu")
        .Select(folder => Path.Combine(folder, Library)).FirstOrDefault(File.Exists);

    // 0: the system's own.
    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? search) =>
        name == Library && _preferred is { } path && NativeLibrary.TryLoad(path, out var library) ? library : 0;

    /// <summary><c>lzma_stream</c> of liblzma 5, 136 bytes on 64-bit machines.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct State
    {
        public nint NextIn;
        public nuint AvailableIn;
        public ulong TotalIn;
        public nint NextOut;
        public nuint AvailableOut;
        public ulong TotalOut;
        private readonly nint _allocator;
        private readonly nint _internal;
        private readonly nint _reserved1;
        private readonly nint _reserved2;
        private readonly nint _reserved3;
        private readonly nint _reserved4;
        private readonly ulong _seekPosition;
        private readonly ulong _reserved5;
        private readonly nuint _reserved6;
        private readonly nuint _reserved7;
        private readonly int _reserved8;
        private readonly int _reserved9;
    }
}
