// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>An entry of the collected logs.</summary>
/// <param name="Source">Who wrote it: a VM, or <c>host</c>.</param>
/// <param name="Number">Counts from 1 in each source.</param>
/// <param name="Time">By the writer's clock.</param>
/// <param name="Priority">0 emergency to 7 debug.</param>
/// <param name="Identifier">What the writer calls itself.</param>
/// <param name="Pid">Its process; 0 for the kernel.</param>
/// <param name="Message">May have several lines.</param>
/// <param name="BootId">Another one means that the machine was started again.</param>
/// <param name="Unit">Of systemd; null for what no unit wrote.</param>
public sealed record LogLine(
    string Source, ulong Number, DateTimeOffset Time, int Priority, string Identifier, long Pid, string Message, string BootId, string? Unit = null);
