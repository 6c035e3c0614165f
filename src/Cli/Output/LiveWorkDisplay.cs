// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Ghaf.Images;
using Spectre.Console;

namespace Ghaf.Cli;

/// <summary>A bar for fetching and a line for each step, on a terminal.</summary>
internal sealed class LiveWorkDisplay(ProgressContext context, IAnsiConsole screen, LogFile log) : IWorkDisplay
{
    private readonly ConcurrentDictionary<string, ProgressTask> _steps = new();
    private readonly Lock _fetching = new();
    private ProgressTask? _fetch;

    public void StepStarted(string title)
    {
        log.Write("… " + title);
        var task = context.AddTask(Markup.Escape(title));
        task.IsIndeterminate = true;
        _steps[title] = task;
    }

    public void StepDone(string title, TimeSpan duration)
    {
        log.Write($"✓ {title} ({Amounts.Of(duration)})");
        if (_steps.TryRemove(title, out var task))
        {
            task.IsIndeterminate = false;
            task.Value = task.MaxValue;
            task.StopTask();
        }
    }

    public void Note(string message)
    {
        log.Write(message);
        screen.MarkupLineInterpolated($"[grey]{message}[/]");
    }

    public void Report(string value) => Note(value);

    public void Report(FetchProgress value)
    {
        lock (_fetching)
        {
            _fetch ??= context.AddTask($"Fetch {value.FilesTotal} packages", maxValue: Math.Max(value.Total.Bytes, 1));
            _fetch.State.Update<FetchShown>(WorkColumn.FetchKey, _ => new FetchShown(value));
            _fetch.Value = value.Done.Bytes;
        }
    }
}
