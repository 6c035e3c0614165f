// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Ghaf.Protocol;

/// <summary>
/// Cuts a stream of bytes into lines. A line longer than the limit is swallowed whole instead of being kept or cut in two.
/// Not safe for use by two threads.
/// </summary>
public sealed class LineAssembler(int maximumBytes = ProtocolLine.MaximumBytes)
{
    private readonly List<byte> _bytes = [];
    private int _searched;
    private bool _swallowing;

    /// <summary>Takes what was read, in pieces of any size.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_swallowing)
        {
            var end = bytes.IndexOf((byte)'\n');
            if (end < 0)
            {
                return;
            }

            bytes = bytes[(end + 1)..];
            _swallowing = false;
        }

        _bytes.AddRange(bytes);
    }

    /// <summary>The next whole line without its line feed; empty lines and those too long are left out.</summary>
    public bool TryTake([NotNullWhen(true)] out byte[]? line)
    {
        while (true)
        {
            var kept = CollectionsMarshal.AsSpan(_bytes);
            var end = kept[_searched..].IndexOf((byte)'\n');
            if (end < 0)
            {
                _searched = kept.Length;
                if (kept.Length > maximumBytes)
                {
                    Reset();
                    _swallowing = true;
                }

                line = null;
                return false;
            }

            var length = _searched + end;
            line = kept[..length].ToArray();
            _bytes.RemoveRange(0, length + 1);
            _searched = 0;
            if (length > 0 && length <= maximumBytes)
            {
                return true;
            }
        }
    }

    /// <summary>Everything behind the last line that was taken; it is no longer kept. For a line that raw bytes follow.</summary>
    public byte[] TakeRest()
    {
        byte[] rest = [.. _bytes];
        Reset();
        return rest;
    }

    /// <summary>Forgets everything: another peer begins.</summary>
    public void Reset()
    {
        _bytes.Clear();
        _searched = 0;
        _swallowing = false;
    }
}
