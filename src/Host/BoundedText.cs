// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.Host;

/// <summary>Collects text up to a bound and drops the rest, so that whoever writes it is never held up. Safe for several threads.</summary>
internal sealed class BoundedText(int maximumCharacters)
{
    private readonly StringBuilder _text = new();

    public bool IsTruncated { get; private set; }

    public void Append(ReadOnlySpan<char> more)
    {
        lock (_text)
        {
            var room = maximumCharacters - _text.Length;
            IsTruncated |= more.Length > room;
            _text.Append(more[..Math.Min(room, more.Length)]);
        }
    }

    public async Task FillAsync(TextReader reader, CancellationToken cancel)
    {
        var buffer = new char[4096];
        int count;
        while ((count = await reader.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0)
        {
            Append(buffer.AsSpan(0, count));
        }
    }

    public override string ToString()
    {
        lock (_text)
        {
            return _text.ToString();
        }
    }
}
