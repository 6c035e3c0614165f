// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;

namespace Ghaf.Cli;

/// <summary>A line for each step and every few seconds of fetching: for pipes, logs and CI.</summary>
internal sealed class PlainWorkDisplay(TextWriter output, LogFile log, TimeProvider time) : IWorkDisplay
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock _writing = new();
    private long? _lastFetch;

    public void StepStarted(string title) => Line($"… {title}");

    public void StepDone(string title, TimeSpan duration) => Line($"✓ {title} ({Amounts.Of(duration)})");

    public void Note(string message) => Line($"  {message}");

    public void Report(string value) => Note(value);

    public void Report(FetchProgress value)
    {
        lock (_writing)
        {
            var finished = value.FilesDone == value.FilesTotal;
            if (_lastFetch is { } last && !finished && time.GetElapsedTime(last) < Pause)
            {
                return;
            }

            _lastFetch = time.GetTimestamp();
        }

        Line($"  Fetching {value.FilesTotal} packages: {Amounts.Of(value)}");
    }

    private void Line(string text)
    {
        lock (_writing)
        {
            output.WriteLine(text);
        }

        log.Write(text);
    }
}
