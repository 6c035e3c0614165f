// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host;

/// <summary>
/// Plain lines for the journal. What guests cause is written at most so often that they can't fill it.
/// </summary>
/// <param name="burst">How many lines may come at once; one more is allowed each second.</param>
internal sealed class Log(TextWriter writer, TimeProvider time, int burst = 20)
{
    private readonly Lock _gate = new();
    private double _allowed = burst;
    private long _last = time.GetTimestamp();
    private int _suppressed;

    public void Write(string line)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _allowed = Math.Min(burst, _allowed + time.GetElapsedTime(_last, now).TotalSeconds);
            _last = now;
            if (_allowed < 1)
            {
                _suppressed++;
                return;
            }

            _allowed--;
            writer.WriteLine(_suppressed == 0 ? line : $"{line} ({_suppressed} lines before this one were left out.)");
            _suppressed = 0;
        }
    }
}
