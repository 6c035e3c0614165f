// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.Host.State;

/// <summary>Tells what a partition holds without changing it.</summary>
internal static class ReadPartition
{
    /// <summary>The label of storage that is being made.</summary>
    public const string Making = "ghaf-state-making";

    /// <summary>The label of storage that is complete.</summary>
    public const string Made = "ghaf-state";

    // LUKS2's binary header, as in its on-disk format: magic, then a label of 48 bytes at 24.
    private static readonly byte[] Magic = [(byte)'L', (byte)'U', (byte)'K', (byte)'S', 0xBA, 0xBE];
    private const int LabelOffset = 24;
    private const int LabelLength = 48;
    private const int Looked = 1 << 20;

    public static PartitionContent Of(string device)
    {
        var start = new byte[Looked];
        using var file = File.OpenRead(device);
        var read = file.ReadAtLeast(start, Looked, throwOnEndOfStream: false);
        return start.AsSpan(0, read) switch
        {
            var bytes when !bytes.ContainsAnyExcept((byte)0) => PartitionContent.Blank,
            var bytes when !bytes.StartsWith(Magic) => PartitionContent.Foreign,
            var bytes => LabelOf(bytes) == Making ? PartitionContent.HalfMade : PartitionContent.Encrypted,
        };
    }

    private static string LabelOf(ReadOnlySpan<byte> header) =>
        Encoding.UTF8.GetString(header.Slice(LabelOffset, LabelLength)).TrimEnd('\0');
}
