// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>Decompresses xz with the machine's liblzma, which .NET has no decoder of its own for.</summary>
internal sealed class XzReader : IDisposable
{
    private const int BufferSize = 1 << 18;
    private readonly byte[] _in = GC.AllocateUninitializedArray<byte>(BufferSize, pinned: true);
    private readonly byte[] _out = GC.AllocateUninitializedArray<byte>(BufferSize, pinned: true);
    private Lzma.State _state;

    public XzReader()
    {
        int answer;
        try
        {
            // dpkg's own limit for a decoder is half the memory; the format at level 9 needs 65 MiB.
            answer = Lzma.StreamDecoder(ref _state, 1ul << 30, Lzma.Concatenated);
        }
        catch (DllNotFoundException)
        {
            throw new ToolNotFoundException("liblzma.so.5", "Install liblzma (Debian: liblzma5, Fedora: xz-libs, Arch: xz).");
        }

        if (answer != Lzma.Ok)
        {
            throw new InvalidDataException($"liblzma cannot begin: code {answer}.");
        }
    }

    /// <summary>Writes everything in the source, decompressed, to the target.</summary>
    /// <exception cref="InvalidDataException">The source is no xz stream, is damaged, or ends early.</exception>
    public unsafe void CopyTo(Stream source, Stream target, CancellationToken cancellation)
    {
        var ended = false;
        fixed (byte* input = _in, output = _out)
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                if (_state.AvailableIn == 0 && !ended)
                {
                    var read = source.Read(_in);
                    ended = read == 0;
                    _state.NextIn = (nint)input;
                    _state.AvailableIn = (nuint)read;
                }

                _state.NextOut = (nint)output;
                _state.AvailableOut = BufferSize;
                var answer = Lzma.Code(ref _state, ended ? Lzma.Finish : Lzma.Run);
                target.Write(_out, 0, BufferSize - (int)_state.AvailableOut);
                if (answer == Lzma.StreamEnd)
                {
                    return;
                }

                if (answer != Lzma.Ok)
                {
                    throw new InvalidDataException($"The xz stream is damaged (liblzma's code {answer}).");
                }
            }
        }
    }

    public void Dispose() => Lzma.End(ref _state);
}
