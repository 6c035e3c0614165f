// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>The answer to one <see cref="ControlRequest"/>: one line of JSON.</summary>
/// <param name="Id">The request's id; empty when the daemon could not read the request.</param>
/// <param name="Error">Why it was not done, a sentence for people; null when it was done.</param>
/// <param name="Status">For <see cref="ControlVerb.Status"/>, and after start, stop, restart, pause, resume and kill.</param>
/// <param name="Output">For exec, exec-host and logs.</param>
/// <param name="Guest">For <see cref="ControlVerb.Guest"/>.</param>
/// <param name="Applications">For <see cref="ControlVerb.Applications"/>, and after one was started or stopped.</param>
/// <param name="Events">For <see cref="ControlVerb.Events"/>, in their order.</param>
/// <param name="Logs">For <see cref="ControlVerb.SearchLogs"/>.</param>
/// <param name="Verdicts">For <see cref="ControlVerb.VerifyLogs"/>, one for each source.</param>
public sealed record ControlReply(
    string Id,
    string? Error = null,
    DeviceStatus? Status = null,
    CommandOutput? Output = null,
    GuestReport? Guest = null,
    IReadOnlyList<ApplicationStatus>? Applications = null,
    IReadOnlyList<DeviceEvent>? Events = null,
    LogPage? Logs = null,
    IReadOnlyList<LogVerdict>? Verdicts = null)
{
    public static ControlReply Refuse(string id, string error) => new(id, error);
}
