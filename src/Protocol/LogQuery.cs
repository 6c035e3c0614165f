// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>Which lines of the collected logs are wanted.</summary>
/// <param name="Sources">VMs, or <c>host</c>; empty: all.</param>
/// <param name="Unit">Of systemd, with its ending; null: any.</param>
/// <param name="Text">Part of the message, upper and lower case alike; null: any.</param>
/// <param name="Since">By the clock of the machine that wrote it; null: from the beginning.</param>
/// <param name="Priority">The least urgent, 0 emergency to 7 debug.</param>
/// <param name="Lines">How many, 1 to 10000.</param>
/// <param name="After">By source, the last line that is known; null: the last lines of all.</param>
public sealed record LogQuery(
    IReadOnlyList<string> Sources,
    string? Unit = null,
    string? Text = null,
    DateTimeOffset? Since = null,
    int Priority = 7,
    int Lines = 100,
    IReadOnlyDictionary<string, ulong>? After = null);
