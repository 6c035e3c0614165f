// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.Guests;

/// <summary>What one run of a guest has said so far.</summary>
/// <param name="Invocation">The invocation id of the unit that runs it: words of an earlier run say nothing about this one.</param>
/// <param name="ReadyAt">When it said it was ready; null while it is not.</param>
/// <param name="Stopping">Whether it shuts down.</param>
/// <param name="Status">Its own words.</param>
/// <param name="ExitStatus">The exit status it announced.</param>
internal sealed record GuestState(
    string Invocation,
    Moment? ReadyAt = null,
    bool Stopping = false,
    string? Status = null,
    int? ExitStatus = null)
{
    /// <summary>The state after a message that came during the given run of the unit.</summary>
    public static GuestState Apply(GuestState? before, string invocation, NotifyMessage message, Moment now)
    {
        var state = before?.Invocation == invocation ? before : new GuestState(invocation);
        state = state with
        {
            Status = message.Status ?? state.Status,
            ExitStatus = message.ExitStatus ?? state.ExitStatus,
        };
        if (message.Stopping)
        {
            return state with { Stopping = true, ReadyAt = null };
        }

        // A guest that reboots inside the same hypervisor says STOPPING and later READY again.
        return message.Ready ? state with { Stopping = false, ReadyAt = state.ReadyAt ?? now } : state;
    }
}
