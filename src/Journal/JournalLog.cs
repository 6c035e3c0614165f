// SPDX-License-Identifier: Apache-2.0
using Microsoft.Extensions.Logging;

namespace Ghaf.Journal;

/// <summary>One line an event for the journal, with the priority in front that sd-daemon(3) knows: <c>&lt;4&gt;Refused: …</c></summary>
public sealed class JournalLog(TextWriter writer) : ILoggerProvider, ILogger
{
    private readonly Lock _gate = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and not LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var priority = logLevel switch { LogLevel.Information => 6, LogLevel.Warning => 4, _ => 3 };
        var text = exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {exception.GetType().Name}: {exception.Message}";

        // What others say must not look like lines of ours.
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        lock (_gate)
        {
            writer.WriteLine($"<{priority}>{line}");
        }
    }

    public void Dispose()
    {
    }
}
