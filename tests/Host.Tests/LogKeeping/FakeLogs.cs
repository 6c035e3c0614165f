// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.LogKeeping;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests;

internal sealed class FakeLogs : ICollectedLogs
{
    public List<LogQuery> Asked { get; } = [];

    public string? Failure { get; set; }

    public LogPage Page { get; } = new([], new Dictionary<string, ulong> { ["host"] = 7 }, false);

    public IReadOnlyList<LogVerdict> Verdicts { get; } = [new LogVerdict("host", 1, 7, 1, [])];

    public Task<LogPage> SearchAsync(LogQuery query, CancellationToken cancel)
    {
        Asked.Add(query);
        return Failure is null ? Task.FromResult(Page) : throw new LogsException(Failure);
    }

    public Task<IReadOnlyList<LogVerdict>> VerifyAsync(CancellationToken cancel) =>
        Failure is null ? Task.FromResult(Verdicts) : throw new LogsException(Failure);
}
