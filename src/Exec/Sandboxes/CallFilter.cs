// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Ghaf.Exec;

/// <summary>A seccomp program that makes some system calls return 0 without doing anything.</summary>
/// <remarks>
/// Classic BPF over <c>struct seccomp_data { int nr; __u32 arch; … }</c>, one instruction being
/// <c>{ __u16 code; __u8 jt; __u8 jf; __u32 k; }</c>, as bubblewrap's <c>--seccomp</c> reads it. System calls of another
/// architecture (i386 on x86-64) are let through as they are.
/// </remarks>
internal static class CallFilter
{
    private const ushort Load = 0x20; // BPF_LD | BPF_W | BPF_ABS
    private const ushort JumpIfEqual = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
    private const ushort Return = 0x06; // BPF_RET | BPF_K
    private const uint NumberOffset = 0;
    private const uint ArchitectureOffset = 4;
    private const uint Allow = 0x7fff0000;
    private const uint ReturnZero = 0x00050000; // SECCOMP_RET_ERRNO with errno 0: the call is skipped and returns 0

    /// <param name="chown">chown, fchown, lchown, fchownat.</param>
    /// <param name="sync">fsync, fdatasync, sync, syncfs, sync_file_range.</param>
    public static byte[] For(Architecture architecture, bool chown, bool sync)
    {
        var (audit, chownCalls, syncCalls) = architecture switch
        {
            Architecture.X64 => (0xc000003eu, new uint[] { 92, 93, 94, 260 }, new uint[] { 74, 75, 162, 306, 277 }),
            Architecture.Arm64 => (0xc00000b7u, [55, 54], [82, 83, 81, 267, 84]),
            _ => throw new PlatformNotSupportedException($"There is no filter of system calls for {architecture}."),
        };
        uint[] calls = [.. chown ? chownCalls : [], .. sync ? syncCalls : []];
        var program = new List<byte>();
        Add(program, Load, 0, 0, ArchitectureOffset);
        Add(program, JumpIfEqual, 0, (byte)(calls.Length + 1), audit);
        Add(program, Load, 0, 0, NumberOffset);
        for (var i = 0; i < calls.Length; i++)
        {
            Add(program, JumpIfEqual, (byte)(calls.Length - i), 0, calls[i]);
        }

        Add(program, Return, 0, 0, Allow);
        Add(program, Return, 0, 0, ReturnZero);
        return [.. program];
    }

    /// <summary>The path of a file with the program for this machine, written once.</summary>
    public static string WriteTo(string folder, bool chown, bool sync)
    {
        var architecture = RuntimeInformation.OSArchitecture;
        var file = Path.Combine(folder, $"suppress{(chown ? "-chown" : "")}{(sync ? "-sync" : "")}-{architecture}.bpf");
        var program = For(architecture, chown, sync);
        if (!File.Exists(file) || !File.ReadAllBytes(file).AsSpan().SequenceEqual(program))
        {
            Directory.CreateDirectory(folder);
            var half = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllBytes(half, program);
            File.Move(half, file, overwrite: true);
        }

        return file;
    }

    private static void Add(List<byte> program, ushort code, byte ifTrue, byte ifFalse, uint value)
    {
        Span<byte> instruction = stackalloc byte[8];
        BinaryPrimitives.WriteUInt16LittleEndian(instruction, code);
        instruction[2] = ifTrue;
        instruction[3] = ifFalse;
        BinaryPrimitives.WriteUInt32LittleEndian(instruction[4..], value);
        program.AddRange(instruction);
    }
}
