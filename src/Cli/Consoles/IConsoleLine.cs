// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>A serial line: bytes in both directions.</summary>
internal interface IConsoleLine : IDisposable
{
    /// <returns>How many bytes came; 0 when the other side is gone.</returns>
    ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation);

    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation);
}
