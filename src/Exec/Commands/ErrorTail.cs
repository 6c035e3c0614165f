// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.Exec;

/// <summary>Collects lines and keeps the last 4 MiB of them.</summary>
internal sealed class ErrorTail
{
    private const int Limit = 4 << 20;
    private const int ShownLines = 30;
    private readonly Queue<string> _lines = new();
    private int _length;

    public void Add(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line);
            _length += line.Length + 1;
            while (_length > Limit && _lines.Count > 1)
            {
                _length -= _lines.Dequeue().Length + 1;
            }
        }
    }

    public string All()
    {
        lock (_lines)
        {
            return _lines.Aggregate(new StringBuilder(_length), (text, line) => text.Append(line).Append('\n')).ToString();
        }
    }

    /// <summary>What fits into an error message.</summary>
    public string End()
    {
        lock (_lines)
        {
            return string.Join('\n', _lines.Where(line => line.Length > 0).TakeLast(ShownLines));
        }
    }
}
