// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.SupplyChain;

namespace Ghaf.Cli;

/// <summary>What a firmware with this checkout's keys makes of a disk.</summary>
/// <param name="Starts">Whether it starts all of the disk's programs.</param>
internal sealed record SecureBootStatus(string Disk, bool Starts, ImmutableArray<SignedProgram> Programs)
{
    public string ToText() => string.Join('\n', (string[])
    [
        Disk,
        .. Programs.Select(program => $"{Mark(program.State)} {program.Path}: {Word(program)}"),
    ]);

    private static string Mark(SignatureState state) => state == SignatureState.Trusted ? "✓" : "✗";

    private static string Word(SignedProgram program) => program.State switch
    {
        SignatureState.Trusted => $"signed by {string.Join("; ", program.Signers)}",
        SignatureState.Foreign => $"signed by {string.Join("; ", program.Signers)}, whom this checkout's keys do not trust",
        SignatureState.Altered => $"signed by {string.Join("; ", program.Signers)}, and changed since",
        SignatureState.Unsigned => "not signed",
        _ => "no UEFI program",
    };
}
