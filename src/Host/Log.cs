// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host;

/// <summary>
/// Plain lines for the journal. What guests cause is written at most so often that they can't fill it: 20 lines at once, one
/// more each second.
/// </summary>
internal sealed class Log(TextWriter writer, TimeProvider time)
{
    private const double Burst = 20;

    private readonly Lock _gate = new();
    private double _allowed = Burst;
    private long _last = time.GetTimestamp();
    private int _suppressed;

    public void Write(string line)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _allowed = Math.Min(Burst, _allowed + time.GetElapsedTime(_last, now).TotalSeconds);
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
