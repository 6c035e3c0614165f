// SPDX-License-Identifier: Apache-2.0
using Microsoft.Extensions.Logging;

namespace Ghaf.Host.Serving;

/// <summary>Lines of the server in vmd's own log.</summary>
internal sealed class HostLog(Log log) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        log.Write(exception is null ? formatter(state, null) : $"{formatter(state, null)} ({exception.GetType().Name}: {exception.Message})");

    public void Dispose()
    {
    }
}
