// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>A range of another stream, which it owns, starting where that one stands.</summary>
internal sealed class SliceStream(Stream inner, long length) : Stream
{
    private readonly long _start = inner.Position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; } = length;

    public override long Position
    {
        get => inner.Position - _start;
        set => inner.Position = _start + value;
    }

    public override int Read(Span<byte> buffer) =>
        inner.Read(buffer[..(int)Math.Min(buffer.Length, Length - Position)]);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
