// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests;

public class EventsCommandTests
{
    private static readonly DeviceEvent[] All =
    [
        Event(7, DeviceEventKind.State, "net-vm", "net-vm is ready"),
        Event(9, DeviceEventKind.Report, "ids-vm", "a scan", "alert"),
        Event(12, DeviceEventKind.Power, null, "power button: the device powers off."),
    ];

    [Fact]
    public void An_event_is_a_line() => Assert.Equal(
        """
        2026-01-31 10:00:00.123Z  state     net-vm is ready
        2026-01-31 10:00:00.123Z  report    ids-vm says alert: a scan
        2026-01-31 10:00:00.123Z  power     power button: the device powers off.
        """,
        string.Join('\n', All.Select(EventText.Of)));

    [Fact]
    public async Task Who_follows_sees_each_event_once_and_asks_for_what_comes_after()
    {
        var asked = new List<long>();
        var seen = new List<long>();
        using var end = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EventsCommand.FollowAsync(
            after =>
            {
                asked.Add(after);
                if (asked.Count == 3)
                {
                    end.Cancel();
                }

                return Task.FromResult<IReadOnlyList<DeviceEvent>>([.. All.Where(e => e.Number > after).Take(2)]);
            },
            happened =>
            {
                seen.Add(happened.Number);
                return Task.CompletedTask;
            },
            TimeProvider.System,
            end.Token));
        Assert.Equal([0, 9, 12], asked);
        Assert.Equal([7, 9, 12], seen);
    }

    private static DeviceEvent Event(long number, DeviceEventKind kind, string? vm, string text, string? topic = null) =>
        new(number, new DateTimeOffset(2026, 1, 31, 10, 0, 0, 123, TimeSpan.Zero), kind, text, vm, topic);
}
