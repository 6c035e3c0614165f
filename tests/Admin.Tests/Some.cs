// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Admin.Store;
using Ghaf.Rpc.Contracts;

namespace Ghaf.Admin.Tests;

/// <summary>Values for tests that do not care which.</summary>
internal static class Some
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static LogEntry Entry(int number, string message = "", uint priority = 6, string unit = "curl.service", string identifier = "curl") => new()
    {
        Cursor = $"i={number:x}",
        RealtimeMicroseconds = 1_000_000L * number,
        Priority = priority,
        Unit = unit,
        Identifier = identifier,
        Message = message.Length > 0 ? message : string.Create(CultureInfo.InvariantCulture, $"line {number}"),
    };

    public static LogEntry[] Entries(int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(number => Entry(number))];

    /// <summary>All that is stored, oldest first.</summary>
    public static LogEntry[] EntriesOf(SourceLog log) =>
        [.. log.Segments.SelectMany(segment => segment.Read()).Select(record => record.Parse())];

    public static string Messages(IEnumerable<LogEntry> entries) => string.Join(", ", entries.Select(entry => entry.Message));

    public static async Task UntilAsync(Func<bool> condition, string what)
    {
        var end = DateTime.UtcNow + Limit;
        while (!condition())
        {
            Assert.True(DateTime.UtcNow < end, $"Not within {Limit.TotalSeconds:0} s: {what}.");
            await Task.Delay(5);
        }
    }
}
